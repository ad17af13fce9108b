import { TYPE_A, TYPE_AAAA, TYPE_NS, TYPE_PTR, TYPE_SOA } from '../dns/type-codes.ts';
import { Header } from '../syntax/header.ts';
import { PlainRows } from '../syntax/plain-rows.ts';
import { scan } from '../syntax/scan.ts';
import { BLANK_OWNER, Tape } from '../syntax/tape.ts';
import { Block } from '../text/block.ts';
import type { SourceText } from '../text/source.ts';
import { tokenAt } from '../zone/row-words.ts';

const SNIFFED_LINES = 50;
const DIRECTIVE = /^\$(origin|ttl|include|generate)$/i;
/** Most zones have their SOA in the first rows; the rest is only read where it is not there, or PTR records are wanted. */
const FEW_ROWS = 12;
const MANY_ROWS = 400;
/** A row takes no more lines than these, on average. */
export const LINES_OF_ROW = 8;
/** No more lines of a text are looked at. */
export const HEAD_LINES = MANY_ROWS * LINES_OF_ROW;
const DOLLAR = 0x24;
const IP4 = /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\w)/g;

/** A PTR record as written, with the $ORIGIN in effect (empty: none). */
export interface PeekedPointer {
  readonly owner: string;
  readonly target: string;
  readonly origin: string;
}

/** An A or AAAA record as written, with the $ORIGIN in effect (empty: none). */
export interface PeekedHost {
  readonly owner: string;
  readonly address: string;
  readonly origin: string;
}

/** The records of a head by which its zone can be told. */
export interface Witnesses {
  readonly pointers: PeekedPointer[];
  readonly hosts: PeekedHost[];
  /** The names in the SOA record that are absolute, in lower case: the primary server, and the mailbox. */
  readonly soaNames: string[];
  /** The name servers of the zone that are absolute, in lower case. */
  readonly servers: string[];
  /** The absolute owners of NS records, in lower case. */
  readonly served: string[];
  /** The SOA record's owner where it is relative and no $ORIGIN stands above it, in lower case; empty elsewhere. */
  soaOwner: string;
}

/** What the head of a zone file says of its zone, whatever that is. */
export interface Peek {
  /** The absolute name of the zone by $ORIGIN and the SOA's owner; undefined where they do not tell. */
  readonly origin: string | undefined;
  readonly hasSoa: boolean;
}

interface Head {
  readonly tape: Tape;
  readonly block: Block;
  readonly codes: Uint8Array;
}

/** A row with the owner that holds for it. */
interface Noted {
  readonly row: number;
  readonly owner: string | undefined;
  readonly isBlank: boolean;
  readonly origin: string;
}

/** Reads the heads of texts. One object serves many, so that its tables are made once. */
export class Peeker {
  readonly #tape = new Tape();
  readonly #plain = new PlainRows();
  readonly #header = new Header();

  /** What a text says of its zone up to its SOA, or in its first rows. */
  peek(source: SourceText): Peek {
    if (this.#isPlain(source)) return { origin: undefined, hasSoa: false };
    const few = this.#read(source, FEW_ROWS);
    return few.hasSoa || few.isWhole ? few : this.#read(source, MANY_ROWS);
  }

  /** Whether a text begins with rows that are all plain, and neither directives nor SOA records. */
  #isPlain({ codes }: SourceText): boolean {
    return [FEW_ROWS, MANY_ROWS].every((rows) => {
      this.#plain.read(codes, 0, { rows, lines: rows * LINES_OF_ROW });
      return !this.#plain.hasHead && (this.#plain.rowCount === rows || this.#plain.end === codes.length);
    });
  }

  /** The first PTR, A and AAAA records of a text that have an owner of their own, and the names of its SOA. */
  witnesses(source: SourceText, rows = MANY_ROWS): Witnesses {
    const witnesses: Witnesses = { pointers: [], hosts: [], soaNames: [], servers: [], served: [], soaOwner: '' };
    this.#read(source, rows, witnesses);
    return witnesses;
  }

  /** The IPv4 addresses that the comments among a text's first rows tell. */
  notedAddresses(source: SourceText): readonly string[] {
    const comments = this.#scan(source, MANY_ROWS).block.text.matchAll(/;([^\n]*)/g);
    return [...comments].flatMap(([, comment = '']) => comment.match(IP4) ?? []);
  }

  /** Whether a text reads as a zone file: a directive, or a SOA record, in its first 50 lines. */
  looksLikeZone(source: SourceText): boolean {
    if (source.codes.subarray(0, 4096).includes(0)) return false;
    const head = this.#scan(source, SNIFFED_LINES);
    const { tape } = head;
    for (let row = 0; row < tape.rowCount && (tape.rowLine[row] as number) < SNIFFED_LINES; row++) {
      const blankOwner = ((tape.rowFlags[row] as number) & BLANK_OWNER) !== 0;
      const first = tape.rowToken[row] as number;
      // Programs give values to such names: `$ttl = 60;`
      if (
        !blankOwner &&
        DIRECTIVE.test(tokenAt(head, first).text) &&
        !(tape.width(row) > 1 && tokenAt(head, first + 1).text === '=')
      )
        return true;
      this.#header.read(tape, row, head.codes);
      if (
        this.#header.problem === 'none' &&
        this.#header.type === TYPE_SOA &&
        (tape.rowToken[row + 1] as number) - this.#header.rdata >= 2
      )
        return true;
    }
    return false;
  }

  #read(source: SourceText, rows: number, witnesses?: Witnesses): Peek & { readonly isWhole: boolean } {
    const head = this.#scan(source, rows);
    const { tape } = head;
    let origin = '';
    let firstOrigin: string | undefined;
    let owner: string | undefined;
    for (let row = 0; row < tape.rowCount; row++) {
      const first = tape.rowToken[row] as number;
      const blankOwner = ((tape.rowFlags[row] as number) & BLANK_OWNER) !== 0;
      if (!blankOwner && head.codes[tape.tokenStart[first] as number] === DOLLAR) {
        if (tape.width(row) > 1 && /^\$origin$/i.test(tokenAt(head, first).text))
          origin = absolute(tokenAt(head, first + 1).text, origin);
        if (origin !== '.' && origin !== '') firstOrigin ??= origin.toLowerCase();
        continue;
      }
      this.#header.read(tape, row, head.codes);
      if (this.#header.type === TYPE_SOA && !witnesses) {
        // A blank owner in front of the first record is the origin's.
        const written = blankOwner ? (owner ?? '@') : tokenAt(head, first).text;
        const zone = absolute(written, origin);
        return { origin: zone === '' ? undefined : zone.toLowerCase(), hasSoa: true, isWhole: true };
      }
      if (!blankOwner) owner = tokenAt(head, first).text;
      if (witnesses) this.#note(witnesses, head, { row, owner, isBlank: blankOwner, origin });
    }
    const isWhole = head.block.length >= source.codes.length;
    return { origin: firstOrigin, hasSoa: false, isWhole };
  }

  /** Keeps what a record tells; hosts and pointers only with the owner that their own line has. */
  #note(witnesses: Witnesses, head: Head, { row, owner, isBlank, origin }: Noted): void {
    const { tape } = head;
    const { type, rdata } = this.#header;
    const end = tape.rowToken[row + 1] as number;
    if (type === TYPE_NS && owner !== undefined && isAbsolute(owner)) witnesses.served.push(owner.toLowerCase());
    if (type === TYPE_SOA) {
      if (origin === '' && owner !== undefined && !isAbsolute(owner)) witnesses.soaOwner = owner.toLowerCase();
      for (let token = rdata; token < Math.min(rdata + 2, end); token++) {
        const { text } = tokenAt(head, token);
        if (isAbsolute(text)) witnesses.soaNames.push(text.toLowerCase());
      }
    }
    if (rdata >= end) return;
    // Behind it may stand what is meant for a comment.
    const data = tokenAt(head, rdata).text;
    if (type === TYPE_NS && (owner ?? '@') === '@' && isAbsolute(data)) witnesses.servers.push(data.toLowerCase());
    if (owner === undefined || isBlank) return;
    if (type === TYPE_PTR) witnesses.pointers.push({ owner, target: data, origin });
    else if (type === TYPE_A || type === TYPE_AAAA) witnesses.hosts.push({ owner, address: data, origin });
  }

  #scan(source: SourceText, rows: number): Head {
    const end = scan(source.codes, 0, true, { rows, lines: rows * LINES_OF_ROW }, this.#tape);
    return { tape: this.#tape, block: new Block(source, 0, end, 0), codes: source.codes };
  }
}

function absolute(name: string, origin: string): string {
  if (isAbsolute(name)) return name;
  if (origin === '') return '';
  return name === '@' ? origin : joined(name, origin);
}

function isAbsolute(name: string): boolean {
  return name.endsWith('.') && !/[^\\](?:\\\\)*\\\.$/.test(` ${name}`);
}

function joined(name: string, origin: string): string {
  return origin === '.' ? `${name}.` : `${name}.${origin}`;
}
