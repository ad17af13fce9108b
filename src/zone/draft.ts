import { type NameId, ROOT } from '../dns/name-table.ts';
import {
  TYPE_A,
  TYPE_AAAA,
  TYPE_CAA,
  TYPE_CNAME,
  TYPE_DNAME,
  TYPE_DNSKEY,
  TYPE_DS,
  TYPE_HTTPS,
  TYPE_MX,
  TYPE_NAPTR,
  TYPE_NS,
  TYPE_NSEC,
  TYPE_NSEC3,
  TYPE_PTR,
  TYPE_RRSIG,
  TYPE_SOA,
  TYPE_SRV,
  TYPE_SSHFP,
  TYPE_SVCB,
  TYPE_TLSA,
  TYPE_TXT,
} from '../dns/type-codes.ts';
import type { Fault, OutsideRecords, Stretch } from '../syntax/token.ts';
import { grown } from '../text/typed-array.ts';
import type { StateId } from './state-id.ts';

/** A record whose rdata can't be read: something stands at its owner, but nobody knows what. */
export const TYPE_UNREADABLE = 0;

/** The record was made by $GENERATE. */
export const GENERATED = 1;
/** The owner lies outside the zone: the record takes no part. */
export const OUTSIDE = 2;
/** A TXT record that begins `v=spf1`. */
export const SPF = 4;
/** The owner lies below an origin that has its zone's name twice, as a final dot is missing there. */
export const UNDOTTED = 8;

/** The line begins with a blank and has a TTL that could be an octet: an owner may have been meant. */
export const TTL_LIKE_OWNER = 16;
const LARGEST_OCTET = 255;

/** A TXT record behind which a comment begins with a tag: quotation marks may be missing around it. */
export const CUT = 32;

/** An NSEC3 record that passes over delegations that are not signed (RFC 5155 section 6). */
export const OPT_OUT = 32;

/** A TXT record whose text has a tag (`name=`), or begins as an SPF record of old: all others say nothing of mail. */
export const TAGGED = 64;

/**
 * The rdata says what that of nearly all records does, as the readers of its fields know (`syntax/plain-types.ts`): rules
 * on what stands in it have nothing to say of it.
 */
export const SOUND = 128;

/**
 * A TXT record whose text is an SPF or a DMARC record of which no rule on such texts has anything to say (`quiet-text.ts`).
 * It leads to no names but, in SPF, those of the domain's own `a` and `mx`.
 */
export const QUIET = 256;
/** A quiet SPF record that lets the hosts of the domain's MX records send, and nobody else. */
export const LETS_MX_SEND = 512;

/** A sound SOA record of the zone whose mailbox is one label below the zone's name. */
export const OWN_MAILBOX = 1024;

/** No TTL is given, here or above, and BIND refuses the zone: the record has none. */
export const WITHOUT_TTL = 2048;

/** The flag of a record that takes its owner from above, by the TTL that it has itself; -1 where it has none. */
export function inheritedFlag(writtenTtl: number): number {
  return writtenTtl >= 0 && writtenTtl <= LARGEST_OCTET ? TTL_LIKE_OWNER : 0;
}

/**
 * The flags of an SOA record whose fields are sound: OWN_MAILBOX where its mailbox is relative. That is known only at the
 * zone's own origin; elsewhere rules look at it.
 */
export function soaFlags(isRelative: boolean, owner: NameId, origin: NameId, apex: NameId): number {
  if (!isRelative) return SOUND;
  return owner === origin && owner === apex && apex > ROOT ? SOUND | OWN_MAILBOX : 0;
}

/**
 * One of 32 bits for a type. Types that zones are full of have one each, by factors that were searched for; others share,
 * those of keys at an apex none with what nearly all zones have.
 */
export function typeBit(type: number): number {
  return 1 << ((type * 9295) >>> 10);
}

/** The bits of several types. */
export function bitsOfTypes(types: readonly number[]): number {
  return types.reduce((bits, type) => bits | typeBit(type), 0);
}

/** The types that most names have, of which no two have the same bit. */
const COMMON_TYPES: readonly number[] = [
  TYPE_A,
  TYPE_NS,
  TYPE_CNAME,
  TYPE_SOA,
  TYPE_PTR,
  TYPE_MX,
  TYPE_TXT,
  TYPE_AAAA,
  TYPE_SRV,
  TYPE_NAPTR,
  TYPE_DNAME,
  TYPE_DS,
  TYPE_HTTPS,
  TYPE_SSHFP,
  TYPE_RRSIG,
  TYPE_NSEC,
  TYPE_DNSKEY,
  TYPE_NSEC3,
  TYPE_TLSA,
  TYPE_SVCB,
  TYPE_CAA,
];
const OWN_BIT = new Uint8Array(Math.max(...COMMON_TYPES) + 1);
for (const type of COMMON_TYPES) OWN_BIT[type] = 1;

/** Whether a type is one of the common ones: among these each has a bit of its own. */
export function hasOwnBit(type: number): boolean {
  return OWN_BIT[type] === 1;
}

/** An $INCLUDE with what its file begins with. */
export interface IncludeSite {
  readonly row: number;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly entry: StateId;
}

/** The records of one block as they come out of reading it, before they are put into the index. Used again and again. */
export class Draft {
  count = 0;
  /** The row of the block; several records of one row come from $GENERATE. */
  row = new Int32Array(256);
  owner = new Int32Array(256);
  type = new Uint16Array(256);
  ttl = new Int32Array(256);
  /** The name in the rdata (of an address: its reverse name); -1 where there is none. */
  data = new Int32Array(256);
  flags = new Uint16Array(256);
  /** What sums up the rest of the rdata (see `RecordTable`). */
  mark = new Int32Array(256);
  /** The name that a proof leads to (see `RecordTable`). */
  following = new Int32Array(256);
  /** The types of the records, by `typeBit`. */
  types = 0;
  /** The same of those that are not sound. */
  unsoundTypes = 0;
  /** All flags of the records. */
  allFlags = 0;
  /** The highest TTL of the records. */
  highestTtl = 0;
  /** Whether some of the records lie outside the zone. */
  hasOutside = false;
  faults: Fault[] = [];
  /** More records are made than were put here, or by a template: what is not found may exist all the same. */
  hasGap = false;
  /** Records that $GENERATE lines have made, and how many they may make. */
  generated = 0;
  mostGenerated = Number.POSITIVE_INFINITY;
  /** A slip in an $ORIGIN put records outside the zone that were meant to be in it: servers go on without them. */
  isAstray = false;
  /** The name of the last $ORIGIN, and what it has put outside the zone until now. */
  originAt: Stretch | undefined = undefined;
  outside: OutsideRecords | undefined = undefined;

  reset(): void {
    this.count = 0;
    this.types = 0;
    this.unsoundTypes = 0;
    this.allFlags = 0;
    this.highestTtl = 0;
    this.hasOutside = false;
    if (this.faults.length > 0) this.faults = [];
    this.hasGap = false;
    this.isAstray = false;
    this.generated = 0;
    this.originAt = undefined;
    this.outside = undefined;
  }

  push(
    row: number,
    owner: NameId,
    type: number,
    ttl: number,
    data: NameId,
    flags: number,
    mark = 0,
    following = 0,
  ): void {
    const index = this.count++;
    if (index === this.row.length) {
      this.row = grown(this.row, index * 2);
      this.owner = grown(this.owner, index * 2);
      this.type = grown(this.type, index * 2);
      this.ttl = grown(this.ttl, index * 2);
      this.data = grown(this.data, index * 2);
      this.flags = grown(this.flags, index * 2);
      this.mark = grown(this.mark, index * 2);
      this.following = grown(this.following, index * 2);
    }
    const bit = typeBit(type);
    this.types |= bit;
    if ((flags & SOUND) === 0) this.unsoundTypes |= bit;
    this.allFlags |= flags;
    if (ttl > this.highestTtl) this.highestTtl = ttl;
    if ((flags & OUTSIDE) !== 0) this.hasOutside = true;
    this.row[index] = row;
    this.owner[index] = owner;
    this.type[index] = type;
    this.ttl[index] = ttl;
    this.data[index] = data;
    this.flags[index] = flags;
    this.mark[index] = mark;
    this.following[index] = following;
  }
}
