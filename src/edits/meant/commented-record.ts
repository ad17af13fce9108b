import type { NameId, NameTable } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_MX, TYPE_PTR } from '../../dns/type-codes.ts';
import type { Held } from '../../workspace/held.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';

const HASH = 35;

/** Whether a name begins with `#`: no host's does, and no reverse name. */
export function beginsWithHash(names: NameTable, name: NameId): boolean {
  return names.firstByte(name) === HASH;
}

/**
 * The records of a name that begins with `#` where they can only be lines that somebody meant to be comments, and servers
 * read all the same: an address, mail or a pointer of the reverse tree is among them or a comment that can't be read, all
 * begin with the character as it is, and nothing leads to the name. Those that take their owner from above are among them.
 */
export function commentedRecords(held: Held, owner: NameId): readonly ZoneRecord[] {
  const { names } = held.store;
  if (!beginsWithHash(names, owner) || held.view.index.firstTo(owner) >= 0) return [];
  const records = held.recordsAt(owner);
  const isReverse = names.isBelowOrAt(owner, names.inAddrArpa) || names.isBelowOrAt(owner, names.ip6Arpa);
  const isCertain = ({ type }: ZoneRecord): boolean => (isReverse ? type === TYPE_PTR : OF_HOSTS.has(type));
  if (!records.some(isCertain)) return [];
  return records.every(isWrittenSo) ? records : [];
}

const OF_HOSTS: ReadonlySet<number> = new Set([TYPE_A, TYPE_AAAA, TYPE_MX]);

function isWrittenSo(record: ZoneRecord): boolean {
  if (record.type === TYPE_UNREADABLE) return true;
  if (record.generated) return false;
  const { owner } = record.words();
  return !owner || (!owner.quoted && owner.text.startsWith('#'));
}
