import type { NameId, NameTable } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_DNAME, TYPE_SOA } from '../../dns/type-codes.ts';
import { className } from '../../dns/types.ts';
import type { Held } from '../../workspace/held.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';

const LETTER_I = 105;
const LETTER_N = 110;
const DOT = 46;

/** Of these a name has one, or nothing else: the line above may not take them. */
const ALONE: ReadonlySet<number> = new Set([TYPE_SOA, TYPE_CNAME, TYPE_DNAME]);

/** Codes of large countries: where some of them are names, IN is one too. */
const COUNTRIES: readonly string[] = ['us', 'cn', 'de', 'jp', 'gb', 'uk', 'fr', 'br'];

/** The fast filter: whether the first label of a name is `in`. `bytes` is room for a name. */
export function beginsWithIn(names: NameTable, name: NameId, bytes: Uint8Array): boolean {
  if (names.firstByte(name) !== LETTER_I) return false;
  names.writeText(name, bytes);
  return bytes[1] === LETTER_N && bytes[2] === DOT;
}

/**
 * The records of lines that lack the blank at their beginning, so that servers read their class IN as an owner. None where
 * one of the name's records has it in other letters or a class of its own. Depends on nothing but these records.
 */
export function recordsOfClass(held: Held, owner: NameId): readonly ZoneRecord[] {
  const { names } = held.store;
  if (names.firstByte(owner) !== LETTER_I || names.labelText(owner) !== 'in') return [];
  const records = held.recordsAt(owner).filter(({ type }) => type !== TYPE_UNREADABLE);
  const found = records.filter(({ generated, type }) => !generated && !ALONE.has(type));
  if (found.length < records.length) return [];
  const lines = found.filter((record) => record.words().owner !== undefined);
  return lines.every(isOfClass) ? lines : [];
}

/** The same where nothing else tells that the name is meant: nothing leads to it, and no names of countries stand beside it. */
export function classAsOwner(held: Held, owner: NameId): readonly ZoneRecord[] {
  const { index } = held.view;
  const isMeant =
    index.firstTo(owner) >= 0 || besideOf(held.store.names, owner).some((name) => index.firstAt(name) >= 0);
  return isMeant ? [] : recordsOfClass(held, owner);
}

/** The names that tell whether a name is a country's. */
export function besideOf(names: NameTable, owner: NameId): NameId[] {
  return COUNTRIES.map((label) => names.childText(names.parent(owner), label));
}

function isOfClass(record: ZoneRecord): boolean {
  const { owner, class: second } = record.words();
  return (
    owner?.quoted === false && !second && owner.text === 'IN' && className(record.block.instance.zoneClass) === 'IN'
  );
}
