/** Numbers of a row. */
export const ROW_SIZE = 9;
/** Where its line starts, which is where its owner starts. */
export const LINE = 0;
/** The first dot of the owner, or its end. */
export const OWNER_DOT = 1;
/** Where the owner ends. */
export const OWNER_END = 2;
/** The type, and flags. */
export const TYPE = 3;
/** Seconds; -1 where none is written. */
export const TTL = 4;
/** Where the rdata starts, or the name in it; of an A record the address. */
export const DATA = 5;
/** The first dot of that name, or its end. */
export const DATA_DOT = 6;
/** Where the rdata ends, or the name in it. */
export const DATA_END = 7;
/**
 * The mark of the rdata (see `PlainWords`), 0 where it is an address or a name alone; of RRSIG records a row of these above
 * that says the same before its signature, `NO_ROW` where none is known.
 */
export const MARK = 8;

/** The bits of `TYPE` that are the type; the others are flags. */
export const TYPE_MASK = 0xffff;
/** The line begins with a blank: its owner is that of the line above. */
export const INHERITS_OWNER = 1 << 16;
/** What follows the first dot of the owner is the same as in the row before. */
export const SAME_OWNER_END = 1 << 17;
/** The same of the rdata. */
export const SAME_DATA_END = 1 << 18;
/** No name is in the rdata that the record is found by. */
export const NAMELESS = 1 << 19;
/** Something in the rdata is below the origin. */
export const HAS_RELATIVE = 1 << 20;
/** No field of the rdata says anything that a rule may speak of. */
export const IS_SOUND = 1 << 21;
/** The owner is written as in the row before. */
export const SAME_OWNER = 1 << 22;
/** An NSEC3 record that passes over delegations that are not signed. */
export const IS_OPT_OUT = 1 << 23;
/** No record, but a `$TTL` line with its seconds: only the first row is one. */
export const IS_DEFAULT_TTL = 1 << 24;
