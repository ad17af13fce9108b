import { TYPE_A, TYPE_CNAME, TYPE_DNAME, TYPE_NS, TYPE_OPT, TYPE_PTR, TYPE_SOA } from '../dns/type-codes.ts';
import type { WireRecord } from './resolver.ts';

/** The records of a message, section by section. */
export interface Sections {
  readonly answers: readonly WireRecord[];
  readonly authorities: readonly WireRecord[];
  readonly additionals: readonly WireRecord[];
}

/**
 * Reads a message of which nothing is out of the way: names of usual characters, and A, NS, CNAME, SOA, PTR, DNAME and OPT
 * records alone. Undefined for all others, whole or broken: dns-packet reads them. Of a large network nearly all answers
 * are plain, and this takes a tenth of the time. `asked` is the one name that the message asks for, where that is known.
 */
export function plainSections(bytes: Uint8Array, asked?: string): Sections | undefined {
  const reader = new PlainReader(bytes);
  if (asked === undefined) reader.questions();
  else reader.passQuestion(asked);
  const sections = { answers: reader.records(6), authorities: reader.records(8), additionals: reader.records(10) };
  return reader.isPlain ? sections : undefined;
}

const HEADER = 12;
const POINTER = 0xc0;
const MOST_NAME = 255;
/** More of these are in no honest message, and would take their time. */
const MOST_POINTERS = 16;
const MOST_KNOWN = 64;

/** Invariant: `at` is where the next bytes are read; once `isPlain` is false nothing that was read counts. */
class PlainReader {
  at = HEADER;
  isPlain = true;
  readonly #bytes: Uint8Array;
  /** The letters of the name that is read. Its length only grows, as an array that is emptied loses its room. */
  readonly #codes: number[] = [];
  #length = 0;
  /** The names that were read whole, by where they begin: most others point to one of them. */
  readonly #starts: number[] = [];
  readonly #names: string[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  questions(): void {
    for (let count = this.count(4); count > 0 && this.isPlain; count--) {
      this.name();
      this.at += 4;
    }
  }

  /** Goes behind a question whose name is known already; the answers point to it. */
  passQuestion(asked: string): void {
    this.#starts.push(HEADER);
    this.#names.push(asked);
    this.at = HEADER + (asked === '.' ? 1 : asked.length + 1) + 4;
  }

  /** The number of records that the header tells of. */
  count(at: number): number {
    return this.#word(at);
  }

  records(countAt: number): WireRecord[] {
    const records: WireRecord[] = [];
    for (let count = this.count(countAt); count > 0 && this.isPlain; count--) {
      const record = this.#record();
      if (record) records.push(record);
    }
    return records;
  }

  /** A name in lower case with its final dot. */
  name(): string {
    const start = this.at;
    const first = this.#bytes[start] ?? 0;
    if (first >= POINTER) {
      const known = this.#starts.indexOf(this.#word(start) & 0x3fff);
      if (known >= 0) {
        this.at = start + 2;
        return this.#names[known] as string;
      }
    }
    this.#length = 0;
    let at = start;
    let end = -1;
    let pointers = 0;
    while (this.isPlain) {
      const length = this.#bytes[at] ?? MOST_NAME;
      if (length === 0) break;
      if (length >= POINTER) {
        const target = this.#word(at) & 0x3fff;
        if (end < 0) end = at + 2;
        // A pointer that leads on or to itself is for others to judge.
        if (target >= at || target < HEADER || ++pointers > MOST_POINTERS) this.isPlain = false;
        at = target;
        continue;
      }
      if (length > 63 || at + length >= this.#bytes.length || this.#length + length > MOST_NAME) this.isPlain = false;
      else this.#label(at + 1, length);
      at += length + 1;
    }
    this.at = end < 0 ? at + 1 : end;
    const name = this.#length === 0 ? '.' : String.fromCharCode.apply(undefined, this.#codes.slice(0, this.#length));
    if (this.#starts.length < MOST_KNOWN) {
      this.#starts.push(start);
      this.#names.push(name);
    }
    return name;
  }

  #label(from: number, length: number): void {
    for (let at = from; at < from + length; at++) {
      const code = this.#bytes[at] as number;
      if (code <= 32 || code >= 127 || code === 46 || code === 92) this.isPlain = false;
      this.#codes[this.#length++] = code >= 65 && code <= 90 ? code + 32 : code;
    }
    this.#codes[this.#length++] = 46;
  }

  #record(): WireRecord | undefined {
    const name = this.name();
    const type = this.#word(this.at);
    const ttl = this.#word(this.at + 4) * 65536 + this.#word(this.at + 6);
    const length = this.#word(this.at + 8);
    this.at += 10;
    const end = this.at + length;
    if (end > this.#bytes.length) this.isPlain = false;
    const record = this.isPlain ? this.#typed(name, type, ttl) : undefined;
    if (this.at !== end) this.isPlain = false;
    return record;
  }

  #typed(name: string, type: number, ttl: number): WireRecord | undefined {
    switch (type) {
      case TYPE_A:
        this.at += 4;
        return { name, type: 'A', ttl, data: this.#ip4(this.at - 4) };
      case TYPE_NS:
        return { name, type: 'NS', ttl, data: this.name() };
      case TYPE_CNAME:
        return { name, type: 'CNAME', ttl, data: this.name() };
      case TYPE_SOA: {
        const soa = { primary: this.name(), mailbox: this.name(), serial: this.#long(this.at) };
        this.at += 20;
        return { name, type: 'SOA', ttl, data: String(soa.serial), soa };
      }
      case TYPE_PTR:
        return { name, type: 'PTR', ttl, data: this.name() };
      case TYPE_DNAME:
        return { name, type: 'DNAME', ttl, data: this.name() };
      case TYPE_OPT:
        // What EDNS says beside its sizes is nothing that anybody here asked for.
        return undefined;
      default:
        this.isPlain = false;
        return undefined;
    }
  }

  #ip4(at: number): string {
    const bytes = this.#bytes;
    return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`;
  }

  #long(at: number): number {
    return this.#word(at) * 65536 + this.#word(at + 2);
  }

  #word(at: number): number {
    return ((this.#bytes[at] ?? 0) << 8) | (this.#bytes[at + 1] ?? 0);
  }
}
