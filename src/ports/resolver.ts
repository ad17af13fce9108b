/** A server that is asked: its address and port. */
export interface ServerAddress {
  readonly address: string;
  readonly port: number;
}

/** What is asked: a canonical absolute name (lower case, with its final dot), and the mnemonic of a type. */
export interface Question {
  readonly name: string;
  readonly type: string;
}

/** A record of a message. Names are canonical: questions are asked in mixed case, and servers echo it. */
export interface WireRecord {
  readonly name: string;
  readonly type: string;
  /** Seconds. */
  readonly ttl: number;
  /**
   * The rdata as text: an address, a canonical name, `10 mail.example.com.` of an MX, the joined strings of a TXT.
   * Of an SOA it is the serial; empty for types that nobody here looks into.
   */
  readonly data: string;
  /** Of an SOA: the primary server and the mailbox, as names. */
  readonly soa?: { readonly primary: string; readonly mailbox: string; readonly serial: number };
}

/**
 * How a question ended. `answer` is NOERROR with or without records; `timeout` and `unreachable` mean that nothing came
 * back; `malformed` that what came back can't be read, or that the server could not read the question; `cancelled` that
 * nobody waits any more.
 */
export type ReplyStatus =
  | 'answer'
  | 'nxdomain'
  | 'servfail'
  | 'refused'
  | 'timeout'
  | 'unreachable'
  | 'malformed'
  | 'cancelled';

/** What a server said, or that it said nothing. */
export interface Reply {
  readonly status: ReplyStatus;
  /** The AA bit: the server speaks for the zone (RFC 1035 section 4.1.1). */
  readonly authoritative: boolean;
  /** The RA bit: the server asks others. */
  readonly recursive: boolean;
  readonly answers: readonly WireRecord[];
  readonly authorities: readonly WireRecord[];
  readonly additionals: readonly WireRecord[];
  /** Half a sentence that tells more than the status, such as `truncated over UDP, and TCP is refused`; empty without. */
  readonly reason: string;
}

/** All records of a zone as a server hands them out, or why it does not. */
export type Transfer =
  | { readonly kind: 'records'; readonly records: readonly WireRecord[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Asks servers. Every question ends within the time limit; nothing is ever thrown. */
export interface Resolver {
  /** One question to one server; `recursive` sets the RD bit. */
  ask(question: Question, server: ServerAddress, recursive: boolean): Promise<Reply>;
  /** The whole zone by AXFR (RFC 5936). */
  transfer(zone: string, server: ServerAddress): Promise<Transfer>;
  /** Ends all questions as `cancelled`, now and later. */
  cancel(): void;
  /** Closes what is open; nothing may be asked afterwards. */
  close(): void;
}

/** The bounds of asking: what a person may set. */
export interface ResolverLimits {
  /** Milliseconds for one question to one server, its repetitions included. */
  readonly timeout: number;
  /** The most questions under way at once. */
  readonly concurrency: number;
  /** The most questions a second; 0 for no bound. */
  readonly rate: number;
}

/** The bounds where nothing is set. */
export const defaultLimits: ResolverLimits = { timeout: 3000, concurrency: 64, rate: 20_000 };

/** Bounds within which asking comes to an end, whatever was set. */
export function saneLimits({ timeout, concurrency, rate }: ResolverLimits): ResolverLimits {
  return { timeout: Math.max(timeout, 50), concurrency: Math.max(concurrency, 1), rate: Math.max(rate, 0) };
}

/** The port of DNS. */
export const DNS_PORT = 53;

/** A reply in which nothing was said. */
export function silence(status: ReplyStatus, reason = ''): Reply {
  return {
    status,
    authoritative: false,
    recursive: false,
    answers: [],
    authorities: [],
    additionals: [],
    reason,
  };
}
