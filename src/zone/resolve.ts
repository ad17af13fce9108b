import type { NameFault } from '../dns/name.ts';
import { type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { TYPE_SOA, TYPE_SVCB, TYPE_TXT } from '../dns/type-codes.ts';
import { className, typeStatus } from '../dns/types.ts';
import { phrase } from '../language/phrase.ts';
import { Header } from '../syntax/header.ts';
import { commentFault, headerFault, ownerFault } from '../syntax/header-faults.ts';
import { rdataText } from '../syntax/rdata/rdata.ts';
import { BLANK_OWNER, ESCAPED, GROUPED, NOT_ASCII, QUOTED, type Tape } from '../syntax/tape.ts';
import { templateMarkOf } from '../syntax/template.ts';
import type { Token } from '../syntax/token.ts';
import type { Block } from '../text/block.ts';
import { lostTags } from './cut-text.ts';
import { readDirective } from './directives.ts';
import { CUT, type Draft, inheritedFlag, OUTSIDE, TYPE_UNREADABLE, WITHOUT_TTL } from './draft.ts';
import { type GluedOwner, gluedOwnerOf } from './glued-owner.ts';
import { indentedOwner, indentedOwnerFault } from './indented-owner.ts';
import { isUnderLostOrigin, originBehind } from './lost-origin.ts';
import { misplacedMarks } from './misplaced-marks.ts';
import { NameReader } from './name-reader.ts';
import { noteOutside } from './outside.ts';
import { pastedText } from './pasted-text.ts';
import { RdataReader } from './rdata-reader.ts';
import { missingOwner, ownerBeforeOrigin } from './row-faults.ts';
import { type RowReading, type TtlState, UNREADABLE, type Values, type ZoneContext } from './row-reading.ts';
import type { RowResolver } from './row-resolver.ts';
import { takeTtl, ttlOfRow } from './row-ttl.ts';
import { tokenAt, tokensOf } from './row-words.ts';
import { serviceBindingProblem } from './service-binding.ts';
import { type EdgeState, type MutableState, type StateTable, UNREADABLE_OWNER, undottedFlag } from './state.ts';
import { textFlags } from './text-flags.ts';
import { lostDollar, meansRecords } from './unknown-directive.ts';

/**
 * Reads the rows of a block in their context: what the owner, the TTL and the names of each record are.
 * One resolver serves a whole workspace; the draft it fills is used again for the next block.
 */
export class Resolver implements RowResolver {
  readonly names: NameTable;
  readonly states: StateTable;
  readonly reader: NameReader;
  readonly header = new Header();
  readonly rdata: RdataReader;

  constructor(names: NameTable, states: StateTable, values: Values) {
    this.names = names;
    this.states = states;
    this.reader = new NameReader(names);
    this.rdata = new RdataReader(names, this.reader, values);
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

  #resolveRecord(scan: RowReading, row: number): void {
    const { state, draft, context } = scan;
    const header = this.header;
    if (header.owner >= 0 && this.#takeConflictLine(scan, row)) return;
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
      else {
        // Whose record it is meant to be is not known; servers know that it is none.
        draft.isAstray = true;
        this.loseOrigin(scan, tokensOf(scan, scan.tape.rowToken[row] as number, row), true);
      }
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
    if (header.problem === 'type-unknown' && header.owner >= 0 && header.typeToken === header.owner + 1)
      this.#pushTorn(scan, row);
  }

  /** A blank inside an owner makes a type of its end: what the whole name has is not known. */
  #pushTorn(scan: RowReading, row: number): void {
    const { owner, typeToken } = this.header;
    const text = tokenAt(scan, owner).text + tokenAt(scan, typeToken).text;
    const torn = this.reader.readText(text, scan.state.origin, scan.context.encoding);
    if (typeof torn === 'number') this.#pushUnreadable(scan, row, torn);
  }

  /** Tells of a line of a merge conflict, and says whether it is one: it names no owner for the rows below. */
  #takeConflictLine(scan: RowReading, row: number): boolean {
    const { tape, block, codes, draft, state } = scan;
    const start = tape.tokenStart[tape.rowToken[row] as number] as number;
    const code = codes[start] as number;
    // < = > |
    if ((code < 60 || code > 62) && code !== 124) return false;
    const mark = templateMarkOf(block.slice(start, tape.rowEnd[row] as number));
    if (mark?.ofConflict === undefined || mark.offset > 0) return false;
    const { length, message } = mark;
    if (mark.ofConflict === 'middle') this.#noteHeader(scan, row, state.owner);
    else draft.faults.push({ rule: 'syntax-template', start, end: start + length, message });
    return true;
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
    const data = this.rdata.read(scan, row, header);
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
    if (header.ttl < 0 && state.lastTtl < 0 && !isOutside) flags |= WITHOUT_TTL;
    if (header.type === TYPE_TXT) flags |= flagsOfText(scan, row, header.rdata);
    const { flags: readFlags, mark, following } = this.rdata;
    draft.push(row, owner, header.type, ttl, data, flags | readFlags, mark, following);
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
