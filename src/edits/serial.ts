import { compareSerial, nextSerial, readSerial, type SerialClock } from '../dns/serial.ts';
import { undotted } from '../dns/shown-name.ts';
import { TYPE_SOA } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import type { SourceFile, Zone } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../zone/draft.ts';
import { type Change, replaceInBlock } from './change.ts';
import type { EditContext } from './context.ts';
import type { SerialWord } from './rows.ts';
import { zonesOf } from './writable.ts';

/** What becomes of a zone's serial when the zone is changed. */
export type SerialChange =
  | { readonly kind: 'raised'; readonly change: Change; readonly from: number; readonly to: number }
  /** Another change since the last commit or save has raised it. */
  | { readonly kind: 'kept'; readonly serial: number }
  /** It stands for what another program fills in (`@SERIAL@`). */
  | { readonly kind: 'placeholder'; readonly text: string }
  /** It is the largest that 32 bits hold. */
  | { readonly kind: 'full'; readonly serial: number }
  | { readonly kind: 'missing' };

/** The serial's word in a zone's SOA record, looked for once while the texts stay as they are. */
function keptSerialWord({ store, rows }: EditContext, zone: Zone): SerialWord | undefined {
  const kept = rows?.cache.serials;
  if (kept?.has(zone)) return kept.get(zone);
  const word = serialWord(store, zone);
  kept?.set(zone, word);
  return word;
}

/** The serial's word in a zone's SOA record, whether or not the rest of the record can be read. */
function serialWord(store: Store, zone: Zone): SerialWord | undefined {
  const { records } = store;
  const found: ZoneRecord[] = [];
  for (let id = zone.view.index.firstAt(zone.apex); id >= 0; id = records.nextAt(id)) {
    const type = records.type[id] as number;
    if (type === TYPE_SOA || type === TYPE_UNREADABLE) found.push(new ZoneRecord(store, id));
  }
  const soas = found.filter((record) => record.zone === zone && record.words().type.text.toUpperCase() === 'SOA');
  const record = soas.find(({ type }) => type === TYPE_SOA) ?? soas[0];
  const token = record?.words().rdata[2];
  return record && token && { record, token };
}

/** A zone's serial as it is written; undefined where it is no number of 32 bits. */
export function serialOf(store: Store, zone: Zone): number | undefined {
  return serialIn(serialWord(store, zone));
}

function serialIn(word: SerialWord | undefined): number | undefined {
  return readSerial(word?.token.text ?? '');
}

/** Raises a zone's serial: once since the last commit or save, never lower, never past 32 bits. */
export function serialChange(ctx: EditContext, zone: Zone): SerialChange {
  const serial = serialIn(keptSerialWord(ctx, zone));
  return serial !== undefined && isAbove(serial, ctx.baselineSerial?.(zone))
    ? { kind: 'kept', serial }
    : raisedSerial(ctx, zone);
}

/** Raises a zone's serial as often as it is asked for: above what it is, and what it was at the last commit or save. */
export function raisedSerial(ctx: EditContext, zone: Zone): Exclude<SerialChange, { readonly kind: 'kept' }> {
  const found = keptSerialWord(ctx, zone);
  if (!found) return { kind: 'missing' };
  const { record, token } = found;
  const serial = readSerial(token.text);
  if (serial === undefined) return { kind: 'placeholder', text: token.text };
  const baseline = ctx.baselineSerial?.(zone);
  const last = isAbove(serial, baseline) ? serial : Math.max(serial, baseline ?? 0);
  const to = nextSerial(last, clockOf(ctx.settings.now));
  if (to === undefined) return { kind: 'full', serial };
  return { kind: 'raised', change: replaceInBlock(record.block, token.start, token.end, String(to)), from: serial, to };
}

function isAbove(serial: number, baseline: number | undefined): boolean {
  return baseline !== undefined && (compareSerial(serial, baseline) ?? 1) > 0;
}

/** The serials that changes of these files leave as they are for want of a number that can be raised, each with the reason. */
export function serialsLeft(ctx: EditContext, files: readonly SourceFile[]): string[] {
  if (!ctx.settings.bumpOnFix) return [];
  const notes = files.flatMap(zonesOf).flatMap((zone) => {
    const name = undotted(ctx.store.names.text(zone.apex));
    const serial = serialChange(ctx, zone);
    if (serial.kind === 'placeholder')
      return [phrase`the serial of ${name} is left as it is: ${serial.text} is no number`];
    if (serial.kind === 'full') return [phrase`the serial of ${name} can't be raised: ${serial.serial} is the largest`];
    return [];
  });
  return [...new Set(notes)];
}

/** Seconds since 1970 as serials count: the calendar day (UTC) and the seconds themselves. */
export function clockOf(now: number): SerialClock {
  const date = new Date(now * 1000);
  return { today: date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate(), epoch: now };
}
