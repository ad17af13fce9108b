import { ip4FromCodes, ip6FromCodes } from '../dns/fast-address.ts';
import { type NameId, type NameTable, NO_NAME } from '../dns/name-table.ts';
import {
  TYPE_A,
  TYPE_AAAA,
  TYPE_CNAME,
  TYPE_NS,
  TYPE_NSEC,
  TYPE_NSEC3,
  TYPE_PTR,
  TYPE_RRSIG,
  TYPE_SOA,
  TYPE_TXT,
} from '../dns/type-codes.ts';
import type { Header } from '../syntax/header.ts';
import { ownerFault } from '../syntax/header-faults.ts';
import { wordStart } from '../syntax/plain-rows.ts';
import { hasPlainFields, readPlainFields } from '../syntax/plain-types.ts';
import { PlainWords } from '../syntax/plain-words.ts';
import { checkRdata, rdataText } from '../syntax/rdata/rdata.ts';
import { leadingWord } from '../syntax/rdata/types.ts';
import type { Token } from '../syntax/token.ts';
import { OPT_OUT, SOUND, soaFlags } from './draft.ts';
import type { NameReader } from './name-reader.ts';
import { LONGEST_ORIGIN } from './plain-origin.ts';
import { wordTooLong } from './row-faults.ts';
import { type RowReading, UNREADABLE, type Values } from './row-reading.ts';
import { LONGEST_WORD, tokenAt, tokensOf } from './row-words.ts';
import { SignedData } from './signed-data.ts';

/** Reads the rdata of a row on its tape: the short way where that is sure of it, else by the table of types. */
export class RdataReader {
  /** Of the rdata read last: what sums it up; 0 where nothing does. */
  mark = 0;
  /**
   * The name that the proof read last leads to, and 1; of other rdata with names that only its text tells the origin, and 1;
   * 0 where it is neither.
   */
  following = 0;
  /** `SOUND`, `OPT_OUT` and what else the rdata read last is. */
  flags = 0;
  readonly #names: NameTable;
  readonly #reader: NameReader;
  readonly #values: Values;
  readonly #signed: SignedData;
  readonly #words = new Uint32Array(4);
  readonly #plainWords = new PlainWords();

  constructor(names: NameTable, reader: NameReader, values: Values) {
    this.#names = names;
    this.#reader = reader;
    this.#values = values;
    this.#signed = new SignedData(names, values.heads);
  }

  /** The data key of a record, NO_NAME where its type has none, UNREADABLE (with faults) where the rdata is wrong. */
  read(scan: RowReading, row: number, header: Header): number {
    const { tape, codes } = scan;
    const { type, rdata, typeToken } = header;
    const count = (tape.rowToken[row + 1] as number) - rdata;
    this.mark = 0;
    this.following = 0;
    this.flags = 0;
    if (count === 1 && (tape.tokenFlags[rdata] as number) === 0) {
      const data = this.plain(scan, type, codes, tape.tokenStart[rdata] as number, tape.tokenEnd[rdata] as number);
      if (data >= 0) return data;
    }
    if (count > 0 && hasPlainFields(type) && scan.context.zoneClass === 1) {
      const data = this.#plainFields(scan, header, rdata + count - 1);
      if (data !== UNREADABLE) return data;
    }
    return this.readAny(scan, type, tokensOf(scan, rdata, row), tape.rowEnd[row] as number, tokenAt(scan, typeToken));
  }

  /** The same by the readers of plain rows; UNREADABLE where they are not sure that it is right. */
  #plainFields({ tape, codes, context, state }: RowReading, { type, typeToken }: Header, last: number): number {
    const words = this.#plainWords;
    const from = tape.tokenEnd[typeToken] as number;
    words.begin(codes, from);
    if (!readPlainFields(type, words) || words.behind !== tape.tokenEnd[last]) return UNREADABLE;
    const { origin } = state;
    if (words.isRelative && this.#names.wireLength(origin) > LONGEST_ORIGIN) return UNREADABLE;
    const name =
      words.nameStart < 0
        ? NO_NAME
        : this.#reader.readSplit(codes, words.nameStart, words.nameDot, words.nameEnd, origin, false);
    if (name < 0 && words.nameStart >= 0) return UNREADABLE;
    this.mark = type === TYPE_RRSIG ? this.#signed.head(words) : words.mark;
    this.following = this.#readFollowing(type, context.apex, origin);
    const isSilent = words.isSound && this.#values.isSilent(type, codes, wordStart(codes, from), words.behind);
    this.flags = (isSilent ? SOUND : 0) | (words.isOptOut ? OPT_OUT : 0);
    if (type === TYPE_SOA && isSilent) this.flags = soaFlags(words.isRelative, state.owner, origin, context.apex);
    if (isSilent && type === TYPE_TXT)
      this.flags |= this.#values.quietFlags(codes, wordStart(codes, from), words.behind);
    return name;
  }

  /** The name that a proof leads to, and 1; of an SOA record the origin, by which its mailbox may go. */
  #readFollowing(type: number, apex: NameId, origin: NameId): number {
    const { codes, followingStart, followingDot, followingEnd } = this.#plainWords;
    if (type === TYPE_SOA) return origin + 1;
    if (type === TYPE_NSEC3 && apex >= 0) return this.#signed.hash(apex, codes, followingStart, followingEnd) + 1;
    if (type !== TYPE_NSEC) return 0;
    return this.#signed.following.readSplit(codes, followingStart, followingDot, followingEnd, origin, false) + 1;
  }

  /** The same by the table of types, for whatever the fast way does not take. */
  readAny(scan: RowReading, type: number, tokens: readonly Token[], end: number, typeToken?: Token): number {
    const { zoneClass, encoding } = scan.context;
    const origin = this.#names.text(scan.state.origin);
    const context = {
      classNumber: zoneClass,
      encoding,
      origin,
      ...(typeToken ? { typeToken, source: scan.block } : {}),
    };
    const tooLong = tokens.find((token) => token.text.length > LONGEST_WORD);
    const faults = tooLong ? [wordTooLong(tooLong)] : checkRdata(type, tokens, end, context);
    if (faults.length > 0) {
      scan.draft.faults.push(...faults);
      return UNREADABLE;
    }
    const nameToken = leadingWord(type);
    const isTold = nameToken !== undefined || type === TYPE_NSEC || type === TYPE_NSEC3;
    if (!isTold || type === TYPE_SOA) this.following = scan.state.origin + 1;
    if (nameToken === undefined && type !== TYPE_A && type !== TYPE_AAAA) return NO_NAME;
    let words = tokens.map((token) => token.text);
    if (words[0] === '\\#') words = (rdataText(type, tokens, origin, context) ?? '').split(' ');
    const word = words[nameToken ?? 0] ?? '';
    if (type === TYPE_A || type === TYPE_AAAA) return this.#addressKey(type, word);
    const name = this.#reader.readText(word, scan.state.origin, scan.context.encoding);
    if (typeof name === 'number') return name;
    const token = tokens[nameToken ?? 0];
    if (token) scan.draft.faults.push(ownerFault(token, name));
    return UNREADABLE;
  }

  #addressKey(type: number, word: string): number {
    const codes = new TextEncoder().encode(word);
    if (type === TYPE_A) {
      const address = ip4FromCodes(codes, 0, codes.length);
      return address < 0 ? NO_NAME : this.#names.reverse.ip4Key(address);
    }
    return ip6FromCodes(codes, 0, codes.length, this.#words) ? this.#names.reverse.ip6Key(this.#words) : NO_NAME;
  }

  /** The address or name that codes without a meaning of their own spell; -1 where the type has another rdata, or it is wrong. */
  plain({ context, state }: RowReading, type: number, codes: Uint8Array, start: number, end: number): NameId {
    if (type === TYPE_AAAA)
      return ip6FromCodes(codes, start, end, this.#words) ? this.#names.reverse.ip6Key(this.#words) : NO_NAME;
    if (type === TYPE_PTR || type === TYPE_NS || type === TYPE_CNAME)
      return this.#reader.read(codes, start, end, state.origin);
    if (type !== TYPE_A || context.zoneClass !== 1) return NO_NAME;
    const address = ip4FromCodes(codes, start, end);
    return address < 0 ? NO_NAME : this.#names.reverse.ip4Key(address);
  }
}
