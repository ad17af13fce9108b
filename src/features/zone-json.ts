import zonefile, { type DNSZone } from 'dns-zonefile';
import { relativeTo } from '../dns/name.ts';
import { typeName } from '../dns/types.ts';
import { zoneText } from '../edits/zone-text.ts';
import { formatLike } from '../format/new-text.ts';
import type { FormatStyle } from '../format/style.ts';
import { phrase } from '../language/phrase.ts';
import { rdataText } from '../syntax/rdata/rdata.ts';
import type { Instance, SourceFile, Zone } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { type Row, rowsOfBlock } from './row.ts';

/** The record types that the JSON form has, by its keys. */
const JSON_TYPES = new Set(['SOA', 'NS', 'A', 'AAAA', 'CNAME', 'MX', 'PTR', 'TXT', 'SRV', 'SPF', 'CAA', 'DS']);

/** The JSON of a file's zone, and a word on what the form has no place for. */
export function exportZone(ctx: FeatureContext, file: SourceFile): { json?: string; problem?: string } {
  const zone = file.instances.find(({ zone: held }) => held)?.zone;
  if (!zone) return { problem: phrase`This file is no zone that is known: there is nothing to export` };
  const records = [...recordsOf(ctx, zone, zone.root)];
  const left = [...new Set(records.filter(({ type }) => !JSON_TYPES.has(type)).map(({ type }) => type))];
  const origin = ctx.engine.store.names.text(zone.apex);
  const kept = records.filter(({ type }) => JSON_TYPES.has(type));
  const lines = kept.map(({ owner, ttl, type, rdata }) => `${owner} ${ttl} IN ${type} ${rdata}`);
  const parsed = zonefile.parse([`$ORIGIN ${origin}`, ...lines].join('\n'));
  restoreStrings(parsed, kept);
  const json = `${JSON.stringify(parsed, undefined, 2)}\n`;
  return left.length === 0
    ? { json }
    : { json, problem: phrase`The JSON form has no place for ${left.join(', ')} records` };
}

/** The text of a zone file from JSON, laid out; a problem where the JSON is none, or no zone. */
export function importZone(json: string, style: FormatStyle): { text?: string; problem?: string } {
  let zone: unknown;
  try {
    zone = JSON.parse(json);
  } catch (error) {
    return { problem: phrase`This is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (!isZone(zone))
    return { problem: phrase`This JSON is no zone: it needs "soa" with mname, rname, serial and times` };
  return { text: formatLike(zoneText(zone), undefined, style) };
}

interface ZoneLine {
  readonly owner: string;
  readonly ttl: number;
  readonly type: string;
  readonly rdata: string;
}

/** The records of an instance and of what it includes, in the order of the text. */
function* recordsOf(ctx: FeatureContext, zone: Zone, instance: Instance): Generator<ZoneLine> {
  const { store } = ctx.engine;
  for (const block of instance.blocks) {
    if (!block) continue;
    for (const row of rowsOfBlock(store, block)) {
      const child = block.children.find(({ site }) => site.row === row.index)?.instance;
      if (child) yield* recordsOf(ctx, zone, child);
      for (const id of row.records) {
        const rdata = rdataOf(ctx, row, id);
        if (rdata === undefined) continue;
        const owner = relativeTo(store.names.text(store.records.owner[id] as number), store.names.text(zone.apex));
        const type = typeName(store.records.type[id] as number);
        yield { owner, ttl: store.records.ttl[id] as number, type, rdata };
      }
    }
  }
}

function rdataOf(ctx: FeatureContext, row: Row, id: number): string | undefined {
  const { store } = ctx.engine;
  const type = store.records.type[id] as number;
  if (row.directive === undefined) return rdataText(type, row.rdata, store.names.text(row.origin));
  const data = store.records.data[id] as number;
  const { held } = ctx.engine.context(row.block.instance.view);
  return data < 0 ? undefined : (held.addressText(data) ?? store.names.text(data));
}

/** Quoted strings with escapes come back as they were. */
function restoreStrings(parsed: DNSZone, records: readonly ZoneLine[]): void {
  const txt = records.filter(({ type }) => type === 'TXT');
  const spf = records.filter(({ type }) => type === 'SPF');
  if (txt.length > 0) parsed.txt = txt.map(({ owner, ttl, rdata }) => ({ name: owner, txt: rdata, ttl }));
  if (spf.length > 0) parsed.spf = spf.map(({ owner, ttl, rdata }) => ({ name: owner, data: rdata, ttl }));
}

function isZone(value: unknown): value is DNSZone {
  if (typeof value !== 'object' || value === null || !('soa' in value)) return false;
  const { soa } = value;
  return (
    typeof soa === 'object' &&
    soa !== null &&
    ['mname', 'rname', 'serial', 'refresh', 'retry', 'expire', 'minimum'].every((key) => key in soa)
  );
}
