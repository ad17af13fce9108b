import { ip6FromBigint, ip6ToBigint } from '../dns/ip6.ts';
import type { NameId } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_PTR } from '../dns/type-codes.ts';
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
import type { Held } from '../workspace/held.ts';
import { type AddressRange, contains, range4, range6 } from '../workspace/range.ts';
import { spfRecords } from '../workspace/senders.ts';
import type { View } from '../workspace/view.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import { parseGenerate } from '../zone/generate-line.ts';
import type { FeatureContext } from './context.ts';
import {
  addressText,
  inNetwork,
  masked,
  type Network,
  networkOf,
  networkOfPart,
  networkText,
  reverseZoneName,
} from './network.ts';
import { zoneRenamed } from './rename-zone.ts';
import type { Renaming, TextChange } from './renaming.ts';
import { networkOfZone, type RenumberSpot, rangeInStrings } from './renumber-spot.ts';
import { rangeOfToken, rowsOfBlock } from './row.ts';
import { servedAddress } from './served-address.ts';

/** What moves where: an address, or a network with all addresses in it. */
interface Move {
  readonly from: Network;
  readonly to: Network;
  readonly range: AddressRange;
}

/** What a move changes, and sentences on what it leaves. */
interface Made {
  readonly changes: readonly Change[];
  readonly texts?: readonly TextChange[];
  readonly notes?: readonly string[];
}

/** More addresses are not moved at once. */
const MOST_ADDRESSES = 4096;

/**
 * Moves an address to another one, or a network with all its addresses: A and AAAA records in all views and zones (glue
 * among them), their PTR records, the terms of SPF that name them, and the serials. A network is told by a prefix
 * (`198.51.100.0/24`) or by its first octets or groups. Where a reverse zone is of that network alone, and none is held for
 * the new one, the zone itself gets the new name; other PTR records whose new zone is not held are named, not made.
 */
export function renumber(
  ctx: FeatureContext,
  spot: Pick<RenumberSpot, 'network' | 'isOwner'>,
  newText: string,
): Renaming {
  const text = newText.trim();
  const from = spot.network;
  const to = newNetwork(spot, text);
  if (isRefusal(to)) return to;
  const old: Network = { ...from, prefixLength: to.prefixLength };
  const move: Move = { from: old, to, range: rangeOf(ctx, old) };
  if (masked(old) === masked(to)) return { refused: phrase`${text} is where it is already` };
  const made = changesOf(ctx, move);
  if (isRefusal(made)) return made;
  const [view] = ctx.engine.store.views.values();
  if (!view) return { refused: phrase`no zone is held` };
  const context = ctx.engine.context(view);
  const title = phrase`Renumber ${networkText(old)} to ${networkText(to)}`;
  const { edits, refused } = plan(context, { title, changes: made.changes });
  if (refused !== undefined) return { refused };
  const files = [...new Set(made.changes.map(({ file }) => file))];
  const left = [...serialsLeft(context, files), ...(made.notes ?? [])];
  return { edits, serialsLeft: left, isReviewed: true, texts: made.texts ?? [] };
}

/** What a person wrote for the new place; a network of another size than the one at hand is refused. */
function newNetwork(
  { network: from, isOwner }: Pick<RenumberSpot, 'network' | 'isOwner'>,
  text: string,
): Network | Refusal {
  const isAddress = from.prefixLength === from.bits;
  const read = networkOf(text) ?? (isAddress && isOwner ? undefined : networkOfPart(text));
  if (!read)
    return {
      refused: phrase`"${text}" is no address: write one, or a network such as ${from.bits === 32 ? '198.51.100.0/24' : '2001:db8:1::/48'}`,
    };
  if (from.bits !== read.bits)
    return {
      refused: phrase`"${text}" is of the other family: an ${from.bits === 32 ? 'A' : 'AAAA'} record can't hold it`,
    };
  if (isAddress || read.prefixLength === from.prefixLength) return read;
  if (!text.includes('/') && networkOf(text)) return { ...read, prefixLength: from.prefixLength };
  return { refused: phrase`${networkText(from)} moves to a network of its size: write one with /${from.prefixLength}` };
}

function changesOf(ctx: FeatureContext, move: Move): Made | Refusal {
  const changes: Change[] = [];
  const texts: TextChange[] = [];
  const notes = new Set<string>();
  const without = new Set<string>();
  for (const view of ctx.engine.store.views.values()) {
    const zones = zonesMoved(ctx, view, move);
    if (isRefusal(zones)) return zones;
    const records = recordsIn(ctx, view, move);
    if (isRefusal(records)) return records;
    for (const made of [
      zones,
      moveAddresses(ctx, view, move, records),
      movePointers(ctx, view, move, { records, zones: zones.moved, without }),
      changesOfSpf(ctx, view, move),
    ]) {
      if (isRefusal(made)) return made;
      for (const change of made.changes) changes.push(change);
      texts.push(...(made.texts ?? []));
      for (const note of made.notes ?? []) notes.add(note);
    }
  }
  if (without.size > 0) notes.add(withoutZone(move, [...without]));
  return { changes, texts, notes: [...notes] };
}

function withoutZone({ to }: Move, addresses: readonly string[]): string {
  const [one] = addresses;
  if (addresses.length === 1) return phrase`The PTR record of ${one} is for the owner of its network to make`;
  return phrase`The ${addresses.length} PTR records in ${networkText(to)} are for the owner of that network to make`;
}

/** The reverse zones of the network, or of parts of it, that get another name as no zone is held for their new addresses. */
function zonesMoved(
  ctx: FeatureContext,
  view: View,
  move: Move,
): (Made & { readonly moved: ReadonlySet<NameId> }) | Refusal {
  const { held } = ctx.engine.context(view);
  const changes: Change[] = [];
  const texts: TextChange[] = [];
  const moved = new Set<NameId>();
  for (const apex of view.zones.keys()) {
    const network = networkOf(networkOfZone(ctx, apex) ?? '');
    if (!network || network.bits !== move.from.bits || !inNetwork(network, move.from)) continue;
    const value = movedValue(move, network.value);
    if (held.zoneOf(rangeOf(ctx, { ...network, value }).first)) continue;
    const made = zoneRenamed(ctx, { apex, view }, reverseZoneName({ ...network, value }));
    if (isRefusal(made)) return made;
    moved.add(apex);
    for (const change of made.changes) changes.push(change);
    texts.push(...made.texts);
  }
  return { changes, texts, moved };
}

/** The A, AAAA and PTR records of a view whose addresses move, each with its address. */
function recordsIn({ engine }: FeatureContext, view: View, { from, range }: Move): Moving[] | Refusal {
  const { held } = engine.context(view);
  const { names } = engine.store;
  if (from.prefixLength === from.bits) {
    const pointers = held.pointers(range.first);
    const found = pointers.kind === 'records' && !pointers.wildcard ? pointers.records : [];
    return [...held.recordsTo(range.first), ...found].map((record) => ({ record, address: range.first }));
  }
  const found: Moving[] = [];
  for (const zone of [...view.zones.values()].flat()) {
    for (const ids of blocksOfZone(zone, [TYPE_A, TYPE_AAAA, TYPE_PTR])) {
      for (const id of ids ?? []) {
        const record = new ZoneRecord(engine.store, id);
        const address =
          record.type === TYPE_PTR ? servedAddress(held, record.owner) : record.isAddress ? record.data : -1;
        if (address < 0 || !contains(names, range, address)) continue;
        found.push({ record, address });
        if (found.length > 2 * MOST_ADDRESSES)
          return { refused: phrase`more than ${MOST_ADDRESSES} addresses would move` };
      }
    }
  }
  return found;
}

interface Moving {
  readonly record: ZoneRecord;
  readonly address: NameId;
}

function moveAddresses(ctx: FeatureContext, view: View, move: Move, records: readonly Moving[]): Made | Refusal {
  const changes: Change[] = [];
  const templates = new Set<string>();
  for (const { record, address } of records) {
    if (record.type !== TYPE_A && record.type !== TYPE_AAAA) continue;
    const word = record.words().rdata[0];
    if (!record.generated && word) changes.push(replaceToken(record, word, movedText(move, word.text)));
    if (!record.generated) continue;
    const key = `${record.block.id} ${record.row}`;
    if (templates.has(key)) continue;
    templates.add(key);
    const change = templateMoved(ctx, move, record);
    if (!change)
      return {
        refused: phrase`$GENERATE makes ${ctx.engine.context(view).held.addressText(address)} in ${ctx.label(record.file.path)}: expand it first`,
      };
    changes.push(change);
  }
  return { changes };
}

/** A template of a $GENERATE line that begins with the octets of the network; undefined where it moves in no such way. */
function templateMoved(ctx: FeatureContext, move: Move, record: ZoneRecord): Change | undefined {
  const { from, to } = move;
  const row = rowsOfBlock(ctx.engine.store, record.block).find(({ index }) => index === record.row);
  const [directive, ...words] = row?.tokens ?? [];
  const line = directive && parseGenerate(directive, words);
  if (!row || !line || 'rule' in line || from.bits !== 32 || from.prefixLength % 8 !== 0) return undefined;
  const firstOf = (network: Network): string =>
    `${addressText({ bits: 32, value: masked(network) })
      .split('.')
      .slice(0, network.prefixLength / 8)
      .join('.')}.`;
  const { rhsToken } = line;
  const old = firstOf(from);
  if (from.prefixLength === 32 || !rhsToken.text.startsWith(old)) return undefined;
  const start = rhsToken.start + (rhsToken.quoted ? 1 : 0);
  return {
    file: record.file,
    edit: { range: rangeOfToken(row, { start, end: start + old.length }), text: firstOf(to) },
  };
}

/** PTR records go to the zones of their new addresses; those of zones that move as a whole stay where they stand. */
function movePointers(
  ctx: FeatureContext,
  view: View,
  move: Move,
  moving: { readonly records: readonly Moving[]; readonly zones: ReadonlySet<NameId>; readonly without: Set<string> },
): Made | Refusal {
  const { store } = ctx.engine;
  const { held } = ctx.engine.context(view);
  const rows = new Rows(store);
  const changes: Change[] = [];
  const leaving: ZoneRecord[] = [];
  // New lines that come to one place stand in the order of their addresses.
  const addresses = [...new Set(moving.records.map(({ address }) => address))]
    .map((address) => ({ address, text: held.addressText(address) ?? '' }))
    .sort((a, b) => ((networkOf(a.text)?.value ?? 0n) < (networkOf(b.text)?.value ?? 0n) ? -1 : 1));
  for (const { address, text } of addresses) {
    const target = movedName(ctx, move, text);
    const taken = takenBy(held, move, target);
    if (taken !== undefined) return { refused: phrase`${movedText(move, text)} is an address of ${taken} already` };
    const answer = held.pointers(address);
    if (answer.kind !== 'records' || answer.wildcard) continue;
    for (const pointer of answer.records) {
      if (pointer.zone && moving.zones.has(pointer.zone.apex)) continue;
      if (pointer.generated) return { refused: phrase`$GENERATE makes the PTR record of ${text}: expand it first` };
      leaving.push(pointer);
      if (!held.zoneOf(target)) {
        moving.without.add(movedText(move, text));
        continue;
      }
      const inserted = insertMoved(held, rows, target, pointer);
      if (isRefusal(inserted)) return inserted;
      changes.push(inserted.change);
    }
  }
  const deleted = deleteRecords(rows, leaving);
  return isRefusal(deleted) ? deleted : { changes: [...changes, ...deleted] };
}

/** The host that has an address already, though it does not move. */
function takenBy(held: Held, { range }: Move, target: NameId): string | undefined {
  const { names } = held.store;
  const owner = held.recordsTo(target).find(({ isAddress, data }) => isAddress && !contains(names, range, data));
  return owner && shownName(names, owner.owner);
}

/** The terms of SPF that name the address, or the network itself, or an address in it. */
function changesOfSpf(ctx: FeatureContext, view: View, move: Move): Made {
  const changes: Change[] = [];
  const notes: string[] = [];
  const { names } = ctx.engine.store;
  const { held } = ctx.engine.context(view);
  for (const domain of view.mailDomains.keys()) {
    for (const record of spfRecords(held, domain)) {
      const row = rowsOfBlock(ctx.engine.store, record.block).find(({ index }) => index === record.row);
      if (!row) continue;
      const isPlain = !row.rdata.some(({ text }) => text.includes('\\'));
      const text = row.rdata.map((token) => token.text).join('');
      for (const term of parseSpf(text).terms) {
        const network = term.kind === 'mechanism' ? networkOfTerm(term) : undefined;
        if (!network || network.bits !== move.from.bits) continue;
        const written = text.slice(term.start, term.end);
        const name = shownName(names, domain);
        if (!inNetwork(network, move.from)) {
          if (inNetwork(move.from, network)) notes.push(phrase`SPF of ${name} keeps ${written}: a part of it moves`);
          continue;
        }
        const address = /:([^/]+)/.exec(written)?.[1] ?? '';
        const at = term.start + written.indexOf(':') + 1;
        const range = isPlain ? rangeInStrings(row, at, address.length) : undefined;
        if (range) changes.push({ file: record.file, edit: { range, text: movedText(move, address) } });
        else notes.push(phrase`SPF of ${name} keeps ${written}: it stands in two strings`);
      }
    }
  }
  return { changes, notes };
}

function networkOfTerm({ ip4, ip6, prefixLength4, prefixLength6 }: SpfMechanism): Network | undefined {
  if (ip4 !== undefined) return { bits: 32, value: BigInt(ip4), prefixLength: prefixLength4 };
  return ip6 && { bits: 128, value: ip6ToBigint(ip6), prefixLength: prefixLength6 };
}

/** An address in the network, moved: the bits behind the prefix stay. */
function movedValue({ from, to }: Move, value: bigint): bigint {
  return masked(to) | (value - masked({ ...from, value }));
}

function movedText(move: Move, text: string): string {
  return addressText({ bits: move.from.bits, value: movedValue(move, networkOf(text)?.value ?? 0n) });
}

function movedName(ctx: FeatureContext, move: Move, text: string): NameId {
  const { bits } = move.from;
  return rangeOf(ctx, { bits, value: movedValue(move, networkOf(text)?.value ?? 0n), prefixLength: bits }).first;
}

function rangeOf({ engine }: FeatureContext, { bits, value, prefixLength }: Network): AddressRange {
  const { names } = engine.store;
  return bits === 32 ? range4(names, Number(value), prefixLength) : range6(names, ip6FromBigint(value), prefixLength);
}
