import type { NameId, NameTable } from '../../dns/name-table.ts';
import {
  TYPE_A,
  TYPE_AAAA,
  TYPE_CNAME,
  TYPE_HTTPS,
  TYPE_MX,
  TYPE_NS,
  TYPE_PTR,
  TYPE_SRV,
  TYPE_TXT,
} from '../../dns/type-codes.ts';
import type { Held } from '../../workspace/held.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';

const HASH = 35;
const SLASH = 47;

/** What a name begins with that begins a comment elsewhere: no host's does, and no reverse name. Undefined for others. */
export function commentMark(names: NameTable, name: NameId): '#' | '//' | undefined {
  const first = names.firstByte(name);
  if (first === HASH) return '#';
  return first === SLASH && names.octetOf(name, 1) === SLASH ? '//' : undefined;
}

/**
 * The records of a name that begins with `#` or `//` where they can only be lines that somebody meant to be comments, and
 * servers read all the same: a host, an alias, a delegation, mail or a pointer of the reverse tree is among them or a comment
 * that can't be read, all begin with the characters as they are, and nothing leads to the name. Those that take their owner
 * from above are among them.
 */
export function commentedRecords(held: Held, owner: NameId): readonly ZoneRecord[] {
  const { names } = held.store;
  const mark = commentMark(names, owner);
  if (mark === undefined || held.view.index.firstTo(owner) >= 0) return [];
  const records = held.recordsAt(owner);
  const isReverse = names.isBelowOrAt(owner, names.inAddrArpa) || names.isBelowOrAt(owner, names.ip6Arpa);
  const isCertain = ({ type }: ZoneRecord): boolean => (isReverse ? type === TYPE_PTR : OF_HOSTS.has(type));
  if (!records.some((record) => isCertain(record) || isPolicy(record))) return [];
  return records.every((record) => isWrittenSo(record, mark)) ? records : [];
}

const OF_HOSTS: ReadonlySet<number> = new Set([TYPE_A, TYPE_AAAA, TYPE_MX, TYPE_CNAME, TYPE_NS, TYPE_SRV, TYPE_HTTPS]);

/** A text that nobody asks for at such a name: of mail (`v=spf1`, `v=DMARC1`), which is of the domain or of a service. */
function isPolicy(record: ZoneRecord): boolean {
  return record.type === TYPE_TXT && !record.generated && /^v=/i.test(record.rdata()[0]?.text ?? '');
}

function isWrittenSo(record: ZoneRecord, mark: string): boolean {
  if (record.type === TYPE_UNREADABLE) return true;
  if (record.generated) return false;
  const { owner } = record.words();
  return !owner || (!owner.quoted && owner.text.startsWith(mark));
}
