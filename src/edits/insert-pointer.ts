import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME } from '../dns/type-codes.ts';
import { typeName } from '../dns/types.ts';
import { phrase } from '../language/phrase.ts';
import type { Held } from '../workspace/held.ts';
import type { Zone } from '../workspace/instance.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import { type Change, isRefusal, type Refusal } from './change.ts';
import { type Insertion, insertForward, insertInReverse } from './insert-record.ts';
import { misledAlias } from './meant/classless-child.ts';
import { ownerInRange } from './meant/delegated-range.ts';
import { otherAddressAt } from './meant/stray-alias.ts';
import type { NewRecord } from './record-line.ts';
import { placeOf, type Rows } from './rows.ts';

/** A PTR that is put into a zone; in a classless zone whose alias is missing, with that. */
export interface PointerInsertion extends Insertion {
  readonly alias?: Insertion;
}

/** All changes that a PTR takes. */
export function changesOf({ change, alias }: PointerInsertion): readonly Change[] {
  return alias ? [change, alias.change] : [change];
}

/**
 * The PTR for an address: in the most specific zone that answers, in the child that an RFC 2317 alias leads to, between
 * its neighbours and in their style. Never doubles a PTR, never hides a wildcard, never writes what others write. Where the
 * zone delegates the range of the address, and has no alias for it, the alias comes with the PTR.
 */
export function insertPointer(held: Held, rows: Rows, address: NameId, target: NameId): PointerInsertion | Refusal {
  const place = placeOfPointer(held, rows, address);
  if (isRefusal(place)) return place;
  const record = { owner: place.owner, type: 'PTR', rdata: held.text(target) };
  const insertion = insertInReverse(held, rows, place.zone, record);
  if (isRefusal(insertion) || !place.aliasIn) return insertion;
  const alias = insertAlias(held, rows, { address, target: place.owner, zone: place.aliasIn });
  return isRefusal(alias) ? alias : { ...insertion, alias };
}

/** The same for a PTR that stands elsewhere: with the TTL that is written there, and its comment. */
export function insertMoved(held: Held, rows: Rows, address: NameId, pointer: ZoneRecord): Insertion | Refusal {
  const place = placeOfPointer(held, rows, address);
  if (isRefusal(place)) return place;
  if (place.aliasIn)
    return {
      refused: phrase`${held.addressText(address)} is to be in ${shownName(held.store.names, place.zone.apex)}: add its alias there first`,
    };
  const record = { owner: place.owner, type: 'PTR', rdata: held.text(pointer.data), ...writtenWith(rows, pointer) };
  return insertInReverse(held, rows, place.zone, record);
}

/** The TTL that a record is written with, and its comment with the blanks before it. */
export function writtenWith(rows: Rows, pointer: ZoneRecord): Pick<NewRecord, 'ttl' | 'comment'> {
  if (pointer.generated) return {};
  const { tape, block } = rows.of(pointer.block);
  const { end } = rows.linesOf(placeOf(pointer));
  const comment = /[ \t]*;[^\r\n]*/.exec(block.slice(tape.rowEnd[pointer.row] as number, end))?.[0];
  const { ttl } = pointer.words();
  return {
    ...(ttl ? { ttl: { seconds: pointer.ttl, text: ttl.text } } : {}),
    ...(comment === undefined ? {} : { comment }),
  };
}

interface PointerPlace {
  readonly owner: NameId;
  readonly zone: Zone;
  /** The zone above it that lacks the alias. */
  readonly aliasIn?: Zone;
}

function placeOfPointer(held: Held, rows: Rows, address: NameId): PointerPlace | Refusal {
  const answer = held.pointers(address);
  const text = held.addressText(address) ?? held.text(address);
  if (answer.kind === 'loop') return { refused: phrase`the aliases of ${text} lead in a circle` };
  const owner = answer.name;
  const zone = held.zoneOf(owner);
  if (!zone)
    return { refused: phrase`the reverse zone of ${text} is not held here: ask the network's owner for the PTR` };
  if (answer.kind === 'records' && !answer.wildcard) return { refused: phrase`${text} has a PTR already` };
  if (answer.kind === 'unknown')
    return { refused: phrase`${held.text(zone.apex)} is not wholly read: the PTR may be in the missing part` };
  const misled = answer.aliases.map((alias) => misledAlias(held, alias)).find((one) => one !== undefined);
  if (misled)
    return {
      refused: phrase`the alias of ${text} does not lead to ${held.text(misled.child.apex)}: fix the alias first`,
    };
  const other = otherAddressAt(held, address, owner);
  if (other !== NO_NAME)
    return {
      refused: phrase`the alias of ${text} leads to ${shownName(held.store.names, owner)}, the name of ${held.addressText(other)}: fix the alias first`,
    };
  const inRange = owner === address ? ownerInRange(held, rows, address, zone) : undefined;
  if (isRefusal(inRange)) return inRange;
  const place = inRange ? { ...inRange, aliasIn: zone } : { owner, zone };
  const hidden = wildcardHidden(held, place.owner, place.zone);
  return hidden === undefined ? place : { refused: hidden };
}

/** The alias of an address to the name in a classless child zone (RFC 2317), in the zone above it. */
export function insertAlias(
  held: Held,
  rows: Rows,
  alias: { readonly address: NameId; readonly target: NameId; readonly zone: Zone },
): Insertion | Refusal {
  const { address, target, zone } = alias;
  if (held.recordsAt(address).length > 0) return { refused: phrase`${held.text(address)} has records already` };
  const hidden = wildcardHidden(held, address, zone);
  if (hidden !== undefined) return { refused: hidden };
  return insertInReverse(held, rows, zone, { owner: address, type: 'CNAME', rdata: held.text(target) });
}

/** The A or AAAA record that gives a name an address, in the zone that answers for the name. */
export function insertAddress(held: Held, rows: Rows, name: NameId, address: NameId): Insertion | Refusal {
  const zone = held.zoneOf(name);
  if (!zone) return { refused: phrase`the zone of ${held.text(name)} is not held here` };
  const text = held.addressText(address);
  if (text === undefined) return { refused: phrase`${held.text(address)} is no address` };
  const records = held.recordsAt(name);
  if (records.some(({ type }) => type === TYPE_CNAME)) return { refused: phrase`${held.text(name)} is an alias` };
  if (records.length === 0) {
    const hidden = wildcardHidden(held, name, zone);
    if (hidden !== undefined) return { refused: hidden };
  }
  const type = typeName(text.includes(':') ? TYPE_AAAA : TYPE_A);
  return insertForward(held, rows, zone, { owner: name, type, rdata: text });
}

/** A name made under a wildcard takes its neighbours out of the wildcard's reach (RFC 4592 section 3.3.1). */
export function wildcardHidden(held: Held, owner: NameId, zone: Zone): string | undefined {
  const { names } = held.store;
  const { index } = held.view;
  let below = owner;
  for (let node = names.up(owner, zone.apex); node >= 0; below = node, node = names.up(node, zone.apex)) {
    if ((index.weight[node] ?? 0) === 0) continue;
    const star = names.findChild(node, '*');
    if (star === NO_NAME || index.firstAt(star) < 0 || below === owner) return undefined;
    return phrase`a name at ${held.text(owner)} makes ${held.text(below)} exist, and ${held.text(star)} no longer answers for its neighbours`;
  }
  return undefined;
}
