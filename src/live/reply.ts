import { isSubdomain, labelsOf } from '../dns/name.ts';
import { phrase } from '../language/phrase.ts';
import type { Question, Reply, WireRecord } from '../ports/resolver.ts';

/** What became of a question, in the words of the results. */
export type LookStatus =
  | 'found'
  | 'nxdomain'
  | 'nodata'
  | 'servfail'
  | 'refused'
  | 'timeout'
  | 'unreachable'
  | 'malformed';

/** What a reply to a question means. `alias` leads to another name, `referral` to the servers of a zone below. */
export type Meaning =
  | { readonly kind: 'found'; readonly records: readonly WireRecord[] }
  | { readonly kind: 'alias'; readonly target: string; readonly records: readonly WireRecord[] }
  | { readonly kind: 'nodata' | 'nxdomain' }
  | { readonly kind: 'referral'; readonly zone: string; readonly servers: readonly string[] }
  | { readonly kind: 'failed'; readonly status: LookStatus; readonly reason: string };

/** Reads a reply: only records of the name that was asked for count, and an alias before all others. */
export function meaningOf({ name, type }: Question, reply: Reply): Meaning {
  if (reply.status === 'cancelled') return { kind: 'failed', status: 'timeout', reason: phrase`cancelled` };
  if (reply.status !== 'answer' && reply.status !== 'nxdomain')
    return { kind: 'failed', status: reply.status, reason: reply.reason };
  const records = reply.answers.filter((record) => record.type === type && record.name === name);
  if (records.length > 0) return { kind: 'found', records };
  const alias = reply.answers.find((record) => record.type === 'CNAME' && record.name === name);
  if (alias) return { kind: 'alias', target: alias.data, records: [alias] };
  const dname = reply.answers.find((record) => record.type === 'DNAME' && isBelow(name, record.name));
  if (dname) return { kind: 'alias', target: substituted(name, dname), records: [dname] };
  if (reply.status === 'nxdomain') return { kind: 'nxdomain' };
  return withoutRecords(name, reply);
}

/** The zone that the SOA of a reply speaks of: that of a negative answer (RFC 2308), or of the question itself. */
export function zoneTold(reply: Reply): WireRecord | undefined {
  return reply.answers.find(isSoa) ?? reply.authorities.find(isSoa);
}

function isSoa({ type }: WireRecord): boolean {
  return type === 'SOA';
}

/** NOERROR without a record: that there is none (RFC 2308 section 2.2), or where to ask. */
function withoutRecords(name: string, reply: Reply): Meaning {
  const hasSoa = reply.authorities.some((record) => record.type === 'SOA');
  const servers = reply.authorities.filter((record) => record.type === 'NS' && isSubdomain(name, record.name));
  const [first] = servers;
  if (!hasSoa && !reply.authoritative && first) {
    const zone = first.name;
    return { kind: 'referral', zone, servers: servers.filter((ns) => ns.name === zone).map((ns) => ns.data) };
  }
  if (hasSoa || reply.authoritative || reply.recursive) return { kind: 'nodata' };
  return { kind: 'failed', status: 'servfail', reason: phrase`the answer is empty, and from no server of the zone` };
}

function isBelow(name: string, ancestor: string): boolean {
  return name !== ancestor && isSubdomain(name, ancestor);
}

/** The name below a DNAME with its end put in the place of the other (RFC 6672 section 2.2). */
function substituted(name: string, dname: WireRecord): string {
  const left = labelsOf(name).slice(0, labelsOf(name).length - labelsOf(dname.name).length);
  return dname.data === '.' ? `${left.join('.')}.` : `${left.join('.')}.${dname.data}`;
}
