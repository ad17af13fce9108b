import { ip4FromCodes, ip6FromCodes } from '../dns/fast-address.ts';
import type { NameFault } from '../dns/name.ts';
import { type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import {
  TYPE_A,
  TYPE_AAAA,
  TYPE_AFSDB,
  TYPE_CNAME,
  TYPE_DNAME,
  TYPE_HTTPS,
  TYPE_KX,
  TYPE_LP,
  TYPE_MX,
  TYPE_NAPTR,
  TYPE_NS,
  TYPE_NSEC,
  TYPE_NSEC3,
  TYPE_PTR,
  TYPE_RRSIG,
  TYPE_RT,
  TYPE_SOA,
  TYPE_SRV,
  TYPE_SVCB,
  TYPE_TXT,
} from '../dns/type-codes.ts';
import { className, typeStatus } from '../dns/types.ts';
import { phrase } from '../language/phrase.ts';
import { Header } from '../syntax/header.ts';
import { commentFault, headerFault, ownerFault } from '../syntax/header-faults.ts';
import { wordStart } from '../syntax/plain-rows.ts';
import { hasPlainFields, readPlainFields } from '../syntax/plain-types.ts';
import { PlainWords } from '../syntax/plain-words.ts';
import { checkRdata, rdataText } from '../syntax/rdata/rdata.ts';
import { BLANK_OWNER, ESCAPED, GROUPED, NOT_ASCII, QUOTED, type Tape } from '../syntax/tape.ts';
import { templateMarkOf } from '../syntax/template.ts';
import type { Token } from '../syntax/token.ts';
import type { Block } from '../text/block.ts';
import { lostTags } from './cut-text.ts';
import { readDirective } from './directives.ts';
import { CUT, type Draft, inheritedFlag, OPT_OUT, OUTSIDE, SOUND, soaFlags, TYPE_UNREADABLE } from './draft.ts';
import { type GluedOwner, gluedOwnerOf } from './glued-owner.ts';
import { indentedOwner, indentedOwnerFault } from './indented-owner.ts';
import { isUnderLostOrigin, originBehind } from './lost-origin.ts';
import { misplacedMarks } from './misplaced-marks.ts';
import { NameReader } from './name-reader.ts';
import { noteOutside } from './outside.ts';
import { pastedText } from './pasted-text.ts';
import { LONGEST_ORIGIN } from './plain-origin.ts';
import { missingOwner, ownerBeforeOrigin, wordTooLong } from './row-faults.ts';
import { type RowReading, type TtlState, UNREADABLE, type Values, type ZoneContext } from './row-reading.ts';
import type { RowResolver } from './row-resolver.ts';
import { takeTtl, ttlOfRow } from './row-ttl.ts';
import { LONGEST_WORD, tokenAt, tokensOf } from './row-words.ts';
import { serviceBindingProblem } from './service-binding.ts';
import { SignedData } from './signed-data.ts';
import { type EdgeState, type MutableState, type StateTable, UNREADABLE_OWNER, undottedFlag } from './state.ts';
import { textFlags } from './text-flags.ts';
import { lostDollar, meansRecords } from './unknown-directive.ts';

/** The place of the name in the rdata of the types that have one. */
const NAME_TOKEN = new Map<number, number>([
  [TYPE_NS, 0],
  [TYPE_CNAME, 0],
  [TYPE_PTR, 0],
  [TYPE_DNAME, 0],
  [TYPE_SOA, 0],
  [TYPE_MX, 1],
  [TYPE_SRV, 3],
  [TYPE_AFSDB, 1],
  [TYPE_RT, 1],
  [TYPE_KX, 1],
  [TYPE_NAPTR, 5],
  [TYPE_SVCB, 1],
  [TYPE_HTTPS, 1],
  [TYPE_LP, 1],
]);

/**
 * Reads the rows of a block in their context: what the owner, the TTL and the names of each record are.
 * One resolver serves a whole workspace; the draft it fills is used again for the next block.
 */
export class Resolver implements RowResolver {
  readonly names: NameTable;
  readonly states: StateTable;
  readonly reader: NameReader;
  readonly header = new Header();
  readonly #words = new Uint32Array(4);
  readonly #plainWords = new PlainWords();
  /** Of the rdata read last; 0 where it was not summed up, or is no proof. */
  #mark = 0;
  #following = 0;
  /** SOUND and OPT_OUT where the rdata read last is that. */
  #readFlags = 0;

  readonly #values: Values;
  readonly #signed: SignedData;

  constructor(names: NameTable, states: StateTable, values: Values) {
    this.#values = values;
    this.#signed = new SignedData(names, values.heads);
    this.names = names;
    this.states = states;
    this.reader = new NameReader(names);
  }

  /**
   * Reads all rows of the tape, which must be the block's, from `state`, which it leaves as it is at the block's end.
   * `include` tells what an included file does to the TTLs.
   */
  resolve(
    scanned: { readonly tape: Tape; readonly block: Block; readonly codes: Uint8Array },
    context: ZoneContext,
    state: MutableState,
    output: { readonly draft: Draft; readonly include: (row: number, path: Token, entry: EdgeState) => TtlState },
  ): void {
    const { tape, codes, block } = scanned;
    const { draft } = output;
    const header = this.header;
    const scan: RowReading = { tape, block, codes, context, state, draft, include: output.include };
    for (let row = 0; row < tape.rowCount; row++) {
      const first = tape.rowToken[row] as number;
      const faultCount = draft.faults.length;
      const recordCount = draft.count;
      header.type = -1;
      if (codes[tape.tokenStart[first] as number] === 36 && ((tape.rowFlags[row] as number) & BLANK_OWNER) === 0) {
        readDirective(this, scan, row);
      } else {
        header.read(tape, row, codes);
        this.#resolveRecord(scan, row);
      }
      // Nobody knows which records a template makes of such a line; of an SOA it fills in the serial.
      if (draft.faults.length === faultCount || draft.hasGap || header.type === TYPE_SOA) continue;
      const isRead =
        (draft.count > recordCount && draft.type[draft.count - 1] !== TYPE_UNREADABLE) ||
        (draft.faults.length === faultCount + 1 && draft.faults[faultCount]?.severity === 'warning');
      draft.hasGap = !isRead && isOfTemplate(scan, row);
    }
  }

  /** The address or name that codes without a meaning of their own spell; -1 where the type has another rdata, or it is wrong. */
  plainData({ context, state }: RowReading, type: number, codes: Uint8Array, start: number, end: number): NameId {
    if (type === TYPE_AAAA)
      return ip6FromCodes(codes, start, end, this.#words) ? this.names.reverse.ip6Key(this.#words) : NO_NAME;
    if (type === TYPE_PTR || type === TYPE_NS || type === TYPE_CNAME)
      return this.reader.read(codes, start, end, state.origin);
    if (type !== TYPE_A || context.zoneClass !== 1) return NO_NAME;
    const address = ip4FromCodes(codes, start, end);
    return address < 0 ? NO_NAME : this.names.reverse.ip4Key(address);
  }

  #resolveRecord(scan: RowReading, row: number): void {
    const { state, draft, context } = scan;
    const header = this.header;
    const glued = header.owner >= 0 ? gluedOwnerOf(this, scan, header.owner) : undefined;
    const above = state.owner;
    if (header.owner >= 0 && !this.#takeOwner(scan, header.owner)) return;
    const meant = header.owner < 0 ? indentedOwner(this, scan, row) : undefined;
    const owner = state.owner;
    if (owner === NO_NAME) {
      draft.faults.push(missingOwner(scan, row, meant?.fix));
      if (meant) this.#pushUnreadable(scan, row, meant.owner);
      // The first line is the SOA's: what follows from it being lost is not told too.
      else if (header.type === TYPE_SOA) this.#pushUnreadable(scan, row, state.origin);
      else this.loseOrigin(scan, tokensOf(scan, scan.tape.rowToken[row] as number, row), true);
      return;
    }
    if (state.isOriginNew) {
      state.isOriginNew = false;
      if (owner >= 0 && owner !== state.origin && !meant?.fix)
        draft.faults.push(ownerBeforeOrigin(scan, row, this.names));
    }
    // A TTL counts for the lines below also where the rest of its line is wrong.
    if (header.ttl >= 0) takeTtl(header, scan);
    if (
      header.problem === 'none' &&
      typeStatus(header.type) === 'data' &&
      (header.class < 0 || header.class === context.zoneClass)
    ) {
      this.#pushRecord(scan, row, glued);
      return;
    }
    if (meant?.fix) draft.faults.push(indentedOwnerFault(this, scan, row, meant.fix));
    else if (!this.#noteHeader(scan, row, above)) return;
    // The lines below are of the owner that was meant too.
    if (glued) state.owner = glued.owner;
    this.#pushUnreadable(scan, row, (meant ?? glued ?? { owner }).owner);
  }

  /** Takes the owner that a row names, for the rows below too; false where it can't be read. */
  #takeOwner(scan: RowReading, token: number): boolean {
    const { state, draft, context } = scan;
    state.isOriginNew = false;
    const owner = this.readName(scan, token, state.origin);
    if (typeof owner !== 'number') {
      draft.faults.push(ownerFault(tokenAt(scan, token), owner));
      state.owner = UNREADABLE_OWNER;
      return false;
    }
    state.owner = owner;
    if (this.#isOutside(owner, context) && isUnderLostOrigin(this.names, owner)) {
      state.owner = UNREADABLE_OWNER;
      draft.hasGap = true;
    }
    return true;
  }

  /** Notes what is wrong with a header that can't be read; false where the row is settled by that. */
  #noteHeader(scan: RowReading, row: number, above: NameId): boolean {
    const { tape, state, draft, context } = scan;
    const header = this.header;
    const tokens = tokensOf(scan, tape.rowToken[row] as number, row);
    const isBlankOwner = ((tape.rowFlags[row] as number) & BLANK_OWNER) !== 0;
    const directive = !isBlankOwner && ((tape.rowFlags[row] as number) & GROUPED) === 0 && lostDollar(tokens);
    this.loseOrigin(scan, tokens, isBlankOwner);
    draft.hasGap ||= meansRecords(tokens);
    if (directive) {
      draft.faults.push(directive);
      if (header.ttl >= 0) state.ttlReported = true;
      return false;
    }
    const faults = headerFault(header, tokens, className(context.zoneClass));
    draft.faults.push(...faults);
    if (faults[0]?.rule !== 'syntax-owner-missing' || above === NO_NAME) return true;
    state.owner = above;
    this.#pushUnreadable(scan, row, above);
    return false;
  }

  /** Reads the rdata of a row whose header is right, and makes its record. */
  #pushRecord(scan: RowReading, row: number, glued: GluedOwner | undefined): void {
    const { state, draft, context } = scan;
    const header = this.header;
    const { owner } = state;
    const isOutside = this.#isOutside(owner, context);
    const faultCount = draft.faults.length;
    const data = this.#readData(scan, row);
    if (data === UNREADABLE && header.owner >= 0) {
      const comment = commentFault(tokenAt(scan, header.owner));
      if (comment) draft.faults.splice(faultCount, draft.faults.length, comment);
    }
    if (header.type === TYPE_SVCB && data !== UNREADABLE && !isOutside) this.#noteRefusedBinding(scan, row, owner);
    if (data === UNREADABLE) {
      this.#pushUnreadable(scan, row, owner);
      return;
    }
    if (owner < 0) return;
    if (glued) {
      // Servers take the record, for an owner that nobody asks for.
      draft.faults.push({ ...glued.fault, severity: 'warning' });
      this.#pushUnreadable(scan, row, glued.owner);
    }
    if (isOutside) noteOutside(this.names, scan, row, header);
    const pasted = scan.block.isAscii ? undefined : pastedText(scan, row, header.type, header.rdata);
    if (pasted) draft.faults.push(pasted);
    const misplaced = misplacedMarks(scan, row, header.type, header.rdata);
    if (misplaced) draft.faults.push(misplaced);
    const ttl = isOutside ? Math.max(state.lastTtl, 0) : ttlOfRow(scan, row, header);
    let flags = isOutside ? OUTSIDE : undottedFlag(this.names, state, owner);
    if (!isOutside && header.owner < 0) flags |= inheritedFlag(header.ttl);
    if (header.type === TYPE_TXT) flags |= flagsOfText(scan, row, header.rdata);
    draft.push(row, owner, header.type, ttl, data, flags | this.#readFlags, this.#mark, this.#following);
  }

  /** Something stands at the owner, but nobody knows what; where the owner is not known either, nothing can be said. */
  #pushUnreadable({ draft, context }: RowReading, row: number, owner: NameId): void {
    if (owner >= 0) draft.push(row, owner, TYPE_UNREADABLE, 0, NO_NAME, this.#isOutside(owner, context) ? OUTSIDE : 0);
  }

  /** Takes what stands below a row that was meant as an $ORIGIN, and can't be read as one, for unknown. */
  loseOrigin(scan: RowReading, tokens: readonly Token[], isBlankOwner = false): void {
    const { state, context } = scan;
    const read = (text: string): NameId | NameFault => this.reader.readText(text, state.origin, context.encoding);
    const { origin } = state;
    const behind = originBehind(this, { tokens, isBlankOwner, apex: context.apex, origin, read });
    if (behind === undefined) return;
    state.origin = behind;
    state.isOriginNew = false;
    state.isOriginUndotted = false;
  }

  #isOutside(owner: NameId, { apex }: ZoneContext): boolean {
    return apex > ROOT && owner >= 0 && !this.names.isBelowOrAt(owner, apex);
  }

  /** Servers read such a record, and refuse the zone for it. */
  #noteRefusedBinding(scan: RowReading, row: number, owner: NameId): void {
    const tokens = tokensOf(scan, this.header.rdata, row);
    const rdata = rdataText(TYPE_SVCB, tokens, this.names.text(scan.state.origin), scan.context);
    const problem = rdata === undefined ? undefined : serviceBindingProblem(this.names, owner, rdata);
    if (problem === undefined) return;
    const { start, end } = tokenAt(scan, this.header.typeToken);
    scan.draft.faults.push({ rule: 'svcb-invalid', start, end, message: phrase`SVCB: ${problem}` });
  }

  /** The data key of a record, NO_NAME where its type has none, UNREADABLE (with faults) where the rdata is wrong. */
  #readData(scan: RowReading, row: number): number {
    const { tape, codes } = scan;
    const { type, rdata } = this.header;
    const count = (tape.rowToken[row + 1] as number) - rdata;
    this.#mark = 0;
    this.#following = 0;
    this.#readFlags = 0;
    if (count === 1 && (tape.tokenFlags[rdata] as number) === 0) {
      const data = this.plainData(scan, type, codes, tape.tokenStart[rdata] as number, tape.tokenEnd[rdata] as number);
      if (data >= 0) return data;
    }
    if (count > 0 && hasPlainFields(type) && scan.context.zoneClass === 1) {
      const data = this.#plainFields(scan, rdata + count - 1);
      if (data !== UNREADABLE) return data;
    }
    return this.readAnyData(
      scan,
      type,
      tokensOf(scan, rdata, row),
      tape.rowEnd[row] as number,
      tokenAt(scan, this.header.typeToken),
    );
  }

  /** The same by the readers of plain rows; UNREADABLE where they are not sure that it is right. */
  #plainFields({ tape, codes, context, state }: RowReading, last: number): number {
    const words = this.#plainWords;
    const { type, typeToken } = this.header;
    const from = tape.tokenEnd[typeToken] as number;
    words.begin(codes, from);
    if (!readPlainFields(type, words) || words.behind !== tape.tokenEnd[last]) return UNREADABLE;
    const { origin } = state;
    if (words.isRelative && this.names.wireLength(origin) > LONGEST_ORIGIN) return UNREADABLE;
    const name =
      words.nameStart < 0
        ? NO_NAME
        : this.reader.readSplit(codes, words.nameStart, words.nameDot, words.nameEnd, origin, false);
    if (name < 0 && words.nameStart >= 0) return UNREADABLE;
    this.#mark = type === TYPE_RRSIG ? this.#signed.head(words) : words.mark;
    this.#following = this.#readFollowing(type, context.apex, origin);
    const isSilent = words.isSound && this.#values.isSilent(type, codes, wordStart(codes, from), words.behind);
    this.#readFlags = (isSilent ? SOUND : 0) | (words.isOptOut ? OPT_OUT : 0);
    if (type === TYPE_SOA && isSilent) this.#readFlags = soaFlags(words.isRelative, state.owner, origin, context.apex);
    if (isSilent && type === TYPE_TXT)
      this.#readFlags |= this.#values.quietFlags(codes, wordStart(codes, from), words.behind);
    return name;
  }

  /** The name that a proof leads to, and 1. */
  #readFollowing(type: number, apex: NameId, origin: NameId): number {
    const { codes, followingStart, followingDot, followingEnd } = this.#plainWords;
    if (type === TYPE_NSEC3 && apex >= 0) return this.#signed.hash(apex, codes, followingStart, followingEnd) + 1;
    if (type !== TYPE_NSEC) return 0;
    return this.#signed.following.readSplit(codes, followingStart, followingDot, followingEnd, origin, false) + 1;
  }

  /** The same by the table of types, for whatever the fast way does not take. */
  readAnyData(scan: RowReading, type: number, tokens: readonly Token[], end: number, typeToken?: Token): number {
    const { zoneClass, encoding } = scan.context;
    const origin = this.names.text(scan.state.origin);
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
    const nameToken = NAME_TOKEN.get(type);
    if (nameToken === undefined && type !== TYPE_A && type !== TYPE_AAAA) return NO_NAME;
    let words = tokens.map((token) => token.text);
    if (words[0] === '\\#') words = (rdataText(type, tokens, origin, context) ?? '').split(' ');
    const word = words[nameToken ?? 0] ?? '';
    if (type === TYPE_A || type === TYPE_AAAA) return this.#addressKey(type, word);
    const name = this.reader.readText(word, scan.state.origin, scan.context.encoding);
    if (typeof name === 'number') return name;
    const token = tokens[nameToken ?? 0];
    if (token) scan.draft.faults.push(ownerFault(token, name));
    return UNREADABLE;
  }

  #addressKey(type: number, word: string): number {
    const codes = new TextEncoder().encode(word);
    if (type === TYPE_A) {
      const address = ip4FromCodes(codes, 0, codes.length);
      return address < 0 ? NO_NAME : this.names.reverse.ip4Key(address);
    }
    return ip6FromCodes(codes, 0, codes.length, this.#words) ? this.names.reverse.ip6Key(this.#words) : NO_NAME;
  }

  /** The name a token spells under an origin, or what is wrong with it. */
  readName(scan: RowReading, token: number, origin: NameId): NameId | NameFault {
    const { tape, codes } = scan;
    if (((tape.tokenFlags[token] as number) & (ESCAPED | NOT_ASCII | QUOTED)) === 0) {
      const name = this.reader.read(codes, tape.tokenStart[token] as number, tape.tokenEnd[token] as number, origin);
      if (name >= 0) return name;
    }
    return this.reader.readText(tokenAt(scan, token).text, origin, scan.context.encoding);
  }
}

function isOfTemplate({ tape, block }: RowReading, row: number): boolean {
  const start = tape.tokenStart[tape.rowToken[row] as number] as number;
  return templateMarkOf(block.slice(start, tape.rowEnd[row] as number)) !== undefined;
}

function flagsOfText(scan: RowReading, row: number, firstToken: number): number {
  const { tape, codes } = scan;
  const start = tape.tokenStart[firstToken] as number;
  const end = tape.tokenEnd[(tape.rowToken[row + 1] as number) - 1] as number;
  return textFlags(codes, start, end) | (lostTags(scan, row) ? CUT : 0);
}
