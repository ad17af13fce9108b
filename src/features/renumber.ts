import { ip4Text, parseIp4 } from '../dns/ip4.ts';
import { type Ip6, ip6FromBigint, ip6Text, ip6ToBigint, parseIp6 } from '../dns/ip6.ts';
import type { NameId } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA } from '../dns/type-codes.ts';
import { type Change, isRefusal, type Refusal } from '../edits/change.ts';
import { deleteRecords } from '../edits/delete-record.ts';
import { insertMoved } from '../edits/insert-pointer.ts';
import { plan } from '../edits/plan.ts';
import { replaceToken } from '../edits/rewrite.ts';
import { Rows } from '../edits/rows.ts';
import { serialsLeft } from '../edits/serial.ts';
import { phrase } from '../language/phrase.ts';
import { parseSpf, type SpfMechanism } from '../mail/spf.ts';
import { blocksOfZone } from '../rules/facts/zone-records.ts';
import { type AddressRange, contains, range4, range6 } from '../workspace/range.ts';
import { spfRecords } from '../workspace/senders.ts';
import type { View } from '../workspace/view.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import type { FeatureContext } from './context.ts';
import type { Renaming } from './renaming.ts';
import { fieldsOfRow, type Row, rangeOfToken, rowsOfBlock, type WordAt } from './row.ts';

/** An address or a network in numbers; `bits` is 32 or 128. */
interface Network {
  readonly bits: 32 | 128;
  readonly value: bigint;
  readonly prefixLength: number;
}

/** What moves where: an address, or a network with all addresses in it. */
interface Move {
  readonly from: Network;
  readonly to: Network;
  readonly range: AddressRange;
}

/** More addresses are not moved at once. */
const MOST_ADDRESSES = 4096;

/** Whether a word is the address of an A or AAAA record. */
export function isAddressWord({ row, token }: WordAt): boolean {
  if (!token || (row.typeCode !== TYPE_A && row.typeCode !== TYPE_AAAA)) return false;
  const use = fieldsOfRow(row).find((place) => row.rdata[place.token] === token)?.use;
  return use === 'ipv4' || use === 'ipv6';
}

/**
 * Moves an address to another one, or with a prefix (`198.51.100.0/24`) the network around it: A and AAAA records in all
 * views and zones (glue among them), their PTR records, the terms of SPF that name them, and the serials. PTR records for
 * addresses whose reverse zone is not held are named, not made.
 */
export function renumber(ctx: FeatureContext, { row, token }: WordAt, newText: string): Renaming {
  const text = newText.trim();
  const from = networkOf(token?.text ?? '');
  const to = networkOf(text);
  if (!from) return { refused: phrase`There is no address here` };
  if (!to) return { refused: phrase`"${text}" is no address: write one, or a network such as 198.51.100.0/24` };
  if (from.bits !== to.bits)
    return {
      refused: phrase`"${text}" is of the other family: an ${from.bits === 32 ? 'A' : 'AAAA'} record can't hold it`,
    };
  const old: Network = { ...from, prefixLength: to.prefixLength };
  const moves: Move = { from: old, to, range: rangeOf(ctx, old) };
  if (masked(old) === masked(to)) return { refused: phrase`${text} is where it is already` };
  const title = phrase`Renumber ${networkText(old)} to ${networkText(to)}`;
  const made = changesOf(ctx, moves);
  if (isRefusal(made)) return made;
  const context = ctx.engine.context(row.block.instance.view);
  const { edits, refused } = plan(context, { title, changes: made.changes });
  if (refused !== undefined) return { refused };
  const files = [...new Set(made.changes.map(({ file }) => file))];
  return { edits, serialsLeft: [...serialsLeft(context, files), ...made.notes], isReviewed: true };
}

interface Made {
  readonly changes: Change[];
  readonly notes: string[];
}

function changesOf(ctx: FeatureContext, move: Move): Made | Refusal {
  const changes: Change[] = [];
  const notes = new Set<string>();
  for (const view of ctx.engine.store.views.values()) {
    const records = addressesIn(ctx, view, move);
    if (isRefusal(records)) return records;
    for (const made of [moveRecords(ctx, view, move, records), changesOfSpf(ctx, view, move)]) {
      if (isRefusal(made)) return made;
      changes.push(...made.changes);
      for (const note of made.notes) notes.add(note);
    }
  }
  return { changes, notes: [...notes] };
}

/** The A or AAAA records of a view whose addresses move. */
function addressesIn({ engine }: FeatureContext, view: View, { from, range }: Move): ZoneRecord[] | Refusal {
  const { held } = engine.context(view);
  const { names } = engine.store;
  if (from.prefixLength === from.bits) return held.recordsTo(range.first);
  const found: ZoneRecord[] = [];
  for (const zone of [...view.zones.values()].flat()) {
    for (const ids of blocksOfZone(zone, [TYPE_A, TYPE_AAAA])) {
      for (const id of ids ?? []) {
        const record = new ZoneRecord(engine.store, id);
        if (!record.isAddress || record.data < 0 || !contains(names, range, record.data)) continue;
        found.push(record);
        if (found.length > MOST_ADDRESSES) return { refused: phrase`more than ${MOST_ADDRESSES} addresses would move` };
      }
    }
  }
  return found;
}

function moveRecords(ctx: FeatureContext, view: View, move: Move, records: readonly ZoneRecord[]): Made | Refusal {
  const { store } = ctx.engine;
  const { held } = ctx.engine.context(view);
  const rows = new Rows(store);
  const made: Made = { changes: [], notes: [] };
  const leaving: ZoneRecord[] = [];
  for (const record of records) {
    if (record.type !== TYPE_A && record.type !== TYPE_AAAA) continue;
    if (record.generated)
      return {
        refused: phrase`$GENERATE makes ${held.addressText(record.data)} in ${ctx.label(record.file.path)}: expand it first`,
      };
    const word = record.words().rdata[0];
    if (word) made.changes.push(replaceToken(record, word, movedText(move, word.text)));
  }
  // New lines that come to one place stand in the order of their addresses.
  const numberOf = (address: NameId): bigint => networkOf(held.addressText(address) ?? '')?.value ?? 0n;
  const addresses = [...new Set(records.map(({ data }) => data))].sort((a, b) => (numberOf(a) < numberOf(b) ? -1 : 1));
  for (const address of addresses) {
    const text = held.addressText(address) ?? '';
    const target = movedName(ctx, move, text);
    const owner = held
      .recordsTo(target)
      .find(({ isAddress, data }) => isAddress && !contains(store.names, move.range, data));
    if (owner)
      return {
        refused: phrase`${movedText(move, text)} is an address of ${shownName(held.store.names, owner.owner)} already`,
      };
    const answer = held.pointers(address);
    if (answer.kind !== 'records' || answer.wildcard) continue;
    for (const pointer of answer.records) {
      if (pointer.generated) return { refused: phrase`$GENERATE makes the PTR record of ${text}: expand it first` };
      leaving.push(pointer);
      if (!held.zoneOf(target)) {
        made.notes.push(phrase`The PTR record of ${movedText(move, text)} is for the owner of its network to make`);
        continue;
      }
      const inserted = insertMoved(held, rows, target, pointer);
      if (isRefusal(inserted)) return inserted;
      made.changes.push(inserted.change);
    }
  }
  const deleted = deleteRecords(rows, leaving);
  if (isRefusal(deleted)) return deleted;
  made.changes.push(...deleted);
  return made;
}

/** The terms of SPF that name the address, or the network itself, or an address in it. */
function changesOfSpf(ctx: FeatureContext, view: View, move: Move): Made {
  const made: Made = { changes: [], notes: [] };
  const { held } = ctx.engine.context(view);
  for (const domain of view.mailDomains.keys()) {
    for (const record of spfRecords(held, domain)) {
      const row = rowsOfBlock(ctx.engine.store, record.block).find(({ index }) => index === record.row);
      if (!row) continue;
      const text = row.rdata.map((token) => token.text).join('');
      for (const term of parseSpf(text).terms) {
        const network = term.kind === 'mechanism' ? networkOfTerm(term) : undefined;
        if (!network || network.bits !== move.from.bits) continue;
        const isInside = network.prefixLength >= move.from.prefixLength && inNetwork(network, move.from);
        if (!isInside) {
          if (inNetwork(move.from, network) && network.prefixLength < move.from.prefixLength)
            made.notes.push(
              phrase`SPF of ${shownName(held.store.names, domain)} keeps ${text.slice(term.start, term.end)}: a part of it moves`,
            );
          continue;
        }
        const written = text.slice(term.start, term.end);
        const address = /:([^/]+)/.exec(written)?.[1] ?? '';
        const at = term.start + written.indexOf(':') + 1;
        const range = row.rdata.some(({ text: part }) => part.includes('\\'))
          ? undefined
          : rangeIn(row, at, address.length);
        if (!range)
          made.notes.push(
            phrase`SPF of ${shownName(held.store.names, domain)} keeps ${written}: it stands in two strings`,
          );
        else made.changes.push({ file: record.file, edit: { range, text: movedText(move, address) } });
      }
    }
  }
  return made;
}

/** Where a stretch of the joined strings stands; undefined where two strings share it. */
function rangeIn(row: Row, start: number, length: number) {
  let before = 0;
  for (const token of row.rdata) {
    const inToken = start - before;
    before += token.text.length;
    if (inToken < 0 || inToken + length > token.text.length) continue;
    const from = token.start + (token.quoted ? 1 : 0) + inToken;
    return rangeOfToken(row, { start: from, end: from + length });
  }
  return undefined;
}

function networkOf(text: string): Network | undefined {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const ip4 = parseIp4(address);
  const ip6 = ip4 === undefined ? parseIp6(address) : undefined;
  if (ip4 === undefined && ip6 === undefined) return undefined;
  const bits = ip4 === undefined ? 128 : 32;
  const prefixLength = length === undefined ? bits : Number(length);
  if (prefixLength > bits || prefixLength < (bits === 32 ? 8 : 16)) return undefined;
  return { bits, value: ip4 === undefined ? ip6ToBigint(ip6 as Ip6) : BigInt(ip4), prefixLength };
}

function networkOfTerm({ ip4, ip6, prefixLength4, prefixLength6 }: SpfMechanism): Network | undefined {
  if (ip4 !== undefined) return { bits: 32, value: BigInt(ip4), prefixLength: prefixLength4 };
  return ip6 && { bits: 128, value: ip6ToBigint(ip6), prefixLength: prefixLength6 };
}

function masked({ value, bits, prefixLength }: Network): bigint {
  return (value >> BigInt(bits - prefixLength)) << BigInt(bits - prefixLength);
}

function inNetwork(inner: Network, outer: Network): boolean {
  return masked({ ...inner, prefixLength: outer.prefixLength }) === masked(outer);
}

/** An address in the network, moved: the bits behind the prefix stay. */
function movedValue({ from, to }: Move, text: string): bigint {
  const value = networkOf(text)?.value ?? 0n;
  return masked(to) | (value - masked({ ...from, value }));
}

function movedText(move: Move, text: string): string {
  const value = movedValue(move, text);
  return move.from.bits === 32 ? ip4Text(Number(value)) : ip6Text(ip6FromBigint(value));
}

function movedName(ctx: FeatureContext, move: Move, text: string): NameId {
  return rangeOf(ctx, { bits: move.from.bits, value: movedValue(move, text), prefixLength: move.from.bits }).first;
}

function rangeOf({ engine }: FeatureContext, { bits, value, prefixLength }: Network): AddressRange {
  const { names } = engine.store;
  return bits === 32 ? range4(names, Number(value), prefixLength) : range6(names, ip6FromBigint(value), prefixLength);
}

function networkText(network: Network): string {
  const value = masked(network);
  const text = network.bits === 32 ? ip4Text(Number(value)) : ip6Text(ip6FromBigint(value));
  return network.prefixLength === network.bits ? text : `${text}/${network.prefixLength}`;
}
