import { absoluteText, type Encoding, isSubdomain, lowerName } from '../dns/name.ts';
import { parseTtl } from '../dns/ttl.ts';
import { TYPE_DS, TYPE_MD, TYPE_MF, TYPE_NS, TYPE_SOA, TYPE_SVCB } from '../dns/type-codes.ts';
import { classCode, className, typeCode } from '../dns/types.ts';
import { type Fault, shortened } from '../syntax/token.ts';
import type { GenerateLine } from '../zone/generate-line.ts';
import { firstOwner, generatedRecords, generateLine } from './generated.ts';
import { type Lexeme, type LexerOptions, PROBLEMS, ServerLexer } from './lexer.ts';
import { readServerRdata } from './rdata.ts';
import { coversOf, type Group, groupOf, ServerSets } from './sets.ts';

/** A file of a zone, for reading it as a server does. */
export interface ServerFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** The file that an $INCLUDE names whose path begins at an offset; undefined where there is none. */
  readonly included: (offset: number) => ServerFile | undefined;
  /** What is known to be wrong between two offsets, beyond words and parentheses. */
  readonly faultIn: (start: number, end: number) => Fault | undefined;
}

/** A line in which a server reports something; lines count from one, by line feeds. */
export interface ServerLine {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** The zone that is read. */
export interface ServerZone {
  /** Absolute, in lower case. */
  readonly apex: string;
  readonly origin: string;
  readonly zoneClass: number;
}

/**
 * The lines in which `named-checkzone` reports errors, found by reading the zone once more as BIND does (lib/dns/master.c):
 * with its habits of passing over the line behind one that ends too early, of leaving a parenthesis open to the end of
 * the file, and of naming the last line of an owner's records for what is wrong with all of them. After `most` lines it
 * stops.
 */
export function serverLines(file: ServerFile, zone: ServerZone, most: number): ServerLine[] {
  return new ServerReading(zone, most).read(file);
}

/** A file that is being read. */
interface Frame {
  readonly file: ServerFile;
  readonly lexer: ServerLexer;
  origin: string;
  isDropped: boolean;
  current: Group | undefined;
  glue: Group | undefined;
}

type Pending = { readonly kind: 'origin' } | { readonly kind: 'include'; readonly path: Lexeme };

const MOST_FRAMES = 20;

class ServerReading {
  readonly #zone: ServerZone;
  readonly #most: number;
  readonly #sets = new ServerSets();
  readonly #lines: ServerLine[] = [];
  #frame!: Frame;
  #line = 1;
  #isPassingOver = false;
  /** A directive whose name could not be read: BIND takes the next owner for it. */
  #pending: Pending | undefined;
  #isTtlKnown = false;
  #isDefaultKnown = false;

  constructor(zone: ServerZone, most: number) {
    this.#zone = zone;
    this.#most = most;
  }

  read(file: ServerFile): ServerLine[] {
    this.#readFile(file, this.#zone.origin, undefined, 0);
    return this.#lines;
  }

  #readFile(file: ServerFile, origin: string, owner: string | undefined, depth: number): void {
    const outer = this.#frame;
    const current = owner === undefined ? undefined : groupOf(owner);
    const frame: Frame = {
      file,
      lexer: new ServerLexer(file.text),
      origin,
      isDropped: false,
      current,
      glue: undefined,
    };
    this.#frame = frame;
    while (this.#lines.length < this.#most && this.#readLine(depth));
    this.#commitAll();
    this.#frame = outer;
  }

  /** One turn: a blank line, a directive, a record, or a word of a line that is passed over. False at the file's end. */
  #readLine(depth: number): boolean {
    const { lexer } = this.#frame;
    this.#line = lexer.line;
    const first = this.#take({ initialBlank: true, quoted: true }, true);
    this.#line = lexer.line;
    if (!first) return true;
    if (first.kind === 'end') return false;
    if (first.kind === 'line-end') {
      this.#isPassingOver = false;
      return true;
    }
    if (this.#isPassingOver) return true;
    if (first.kind === 'blank') this.#readRecord(true);
    else if (this.#readDirective(first, depth)) return true;
    else if (this.#pending) this.#finishDirective(first, depth);
    else if (this.#readOwner(first)) this.#readRecord(false);
    return true;
  }

  /** The next word; undefined where there is none to be had, which is said, and the rest of the line passed over. */
  #take(options: LexerOptions, mayEnd: boolean): Lexeme | undefined {
    const { lexer } = this.#frame;
    const lexeme = lexer.next(options);
    if (typeof lexeme === 'string') {
      this.#say(lexer.line, PROBLEMS[lexeme]);
      return this.#give(PROBLEMS[lexeme]);
    }
    if (!mayEnd && (lexeme.kind === 'line-end' || lexeme.kind === 'end')) {
      const message = 'the line ends before it is complete: servers pass over the next one too';
      this.#say(lexeme.kind === 'line-end' ? lexer.line - 1 : lexer.line, message);
      return this.#give(message);
    }
    return lexeme.kind === 'special' ? this.#give('a quotation mark or NUL stands where neither may') : lexeme;
  }

  #give(message: string): undefined {
    this.#say(this.#line, message);
    this.#isPassingOver = true;
    return undefined;
  }

  /** True where the line is a directive and is read. An unknown one is read on as an owner. */
  #readDirective(first: Lexeme, depth: number): boolean {
    switch (first.text.toUpperCase()) {
      case '$ORIGIN': {
        const word = this.#take({}, false);
        this.#pending = word ? { kind: 'origin' } : this.#pending;
        if (word) this.#finishDirective(word, depth);
        return true;
      }
      case '$TTL': {
        const { place } = this.#frame.lexer;
        const next = this.#frame.lexer.next();
        this.#frame.lexer.goTo(place);
        const word = this.#take({}, false);
        // BIND turns away from a quotation mark; all else counts as a TTL, though it may be none.
        if (typeof next === 'string' || next.kind !== 'special') this.#isDefaultKnown = true;
        if (word) this.#expectLineEnd();
        return true;
      }
      case '$DATE': {
        const word = this.#take({}, false);
        const fault = word && this.#frame.file.faultIn(word.start, word.end);
        if (fault) this.#say(this.#line, fault.message);
        if (word) this.#expectLineEnd();
        return true;
      }
      case '$INCLUDE':
        this.#readInclude(depth);
        return true;
      case '$GENERATE':
        this.#readGenerate(first);
        return true;
      default:
        if (first.text.startsWith('$')) this.#say(this.#line, `unknown directive "${shortened(first.text)}"`);
        return false;
    }
  }

  #readInclude(depth: number): void {
    this.#commitAll();
    const path = this.#take({ quoted: true }, false);
    if (!path) return;
    const second = this.#take({}, true);
    if (!second) return;
    if (second.kind === 'word') {
      this.#pending = { kind: 'include', path };
      this.#finishDirective(second, depth);
    } else this.#include(path, this.#frame.origin, depth);
  }

  /** Reads the name that $ORIGIN or $INCLUDE waits for. */
  #finishDirective(word: Lexeme, depth: number): void {
    const pending = this.#pending;
    const name = this.#name(word);
    if (name === undefined || !pending) return;
    this.#pending = undefined;
    if (pending.kind === 'origin') this.#frame.origin = name;
    this.#expectLineEnd();
    if (pending.kind === 'include') this.#include(pending.path, name, depth);
  }

  #include(path: Lexeme, origin: string, depth: number): void {
    const file = this.#frame.file.included(path.start);
    if (!file || depth > MOST_FRAMES) this.#say(this.#line, `${shortened(path.text)} can't be read`);
    else this.#readFile(file, origin, this.#frame.current?.owner, depth + 1);
  }

  #readGenerate(first: Lexeme): void {
    const { lexer, file, origin } = this.#frame;
    const range = this.#take({}, false);
    const owner = range && this.#take({}, false);
    let word = owner && this.#take({}, false);
    if (!owner || !word) return;
    let hasClass = false;
    const next = (): boolean => {
      word = this.#take({}, false);
      return word !== undefined;
    };
    if (word && classCode(word.text) !== undefined) {
      hasClass = true;
      if (!next()) return;
    }
    if (word && parseTtl(word.text)) {
      this.#isTtlKnown = true;
      if (!next()) return;
    }
    if (word && !hasClass && classCode(word.text) !== undefined && !next()) return;
    const data = this.#take({ quoted: true }, false);
    if (!data || !word) return;
    if (!this.#isTtlKnown && !this.#isDefaultKnown) this.#say(this.#line, 'no TTL for $GENERATE');
    const line = generateLine([first, range, owner, word, data]);
    const fault = file.faultIn(first.start, data.end);
    const inZone = line && this.#isInZone(firstOwner(line, origin, file.encoding));
    if (fault) this.#say(this.#line, fault.message);
    else if (lexer.depth > 0 && inZone) {
      // The data are read by the same lexer, which finds the parenthesis open at their end.
      this.#say(this.#line, PROBLEMS.parentheses);
      lexer.depth = 0;
    } else if (line && inZone) this.#addGenerated(line);
    this.#expectLineEnd();
  }

  #addGenerated(line: GenerateLine): void {
    const { origin, file } = this.#frame;
    const context = { encoding: file.encoding, classNumber: this.#zone.zoneClass };
    for (const [owner, record] of generatedRecords(line, origin, context)) {
      const problem = this.#sets.add(owner, [record]);
      if (problem === undefined) continue;
      this.#say(this.#line, `${owner} ${problem}`);
      return;
    }
  }

  #isInZone(owner: string | undefined): boolean {
    return owner !== undefined && isSubdomain(lowerName(owner), this.#zone.apex);
  }

  #expectLineEnd(): void {
    const { place } = this.#frame.lexer;
    const lexeme = this.#take({}, true);
    if (!lexeme || lexeme.kind === 'line-end') return;
    this.#frame.lexer.goTo(place);
    this.#give('something follows where the directive is complete');
  }

  #name({ text }: Lexeme): string | undefined {
    const name = absoluteText(text, this.#frame.origin, this.#frame.file.encoding);
    return name ?? this.#give(`"${shortened(text)}" is no domain name`);
  }

  /** The owner, which may end the group of records before; false where it is no name. */
  #readOwner(word: Lexeme): boolean {
    const owner = this.#name(word);
    if (owner === undefined) return false;
    const frame = this.#frame;
    if (frame.glue && frame.glue.owner !== owner) {
      this.#commit(frame.glue);
      frame.glue = undefined;
    }
    if (!frame.glue && frame.current?.owner !== owner) {
      const group = groupOf(owner);
      if (frame.current?.servers.has(lowerName(owner))) frame.glue = group;
      else {
        this.#commit(frame.current);
        frame.current = group;
      }
    }
    frame.isDropped = !this.#isInZone(owner);
    return true;
  }

  #readRecord(isInherited: boolean): void {
    const frame = this.#frame;
    let word = this.#take({}, isInherited);
    if (!word || word.kind === 'line-end') {
      if (word) this.#isPassingOver = false;
      return;
    }
    if (word.kind === 'end') return;
    if (!frame.current) {
      this.#give('the line takes the owner of the record above, but there is none');
      return;
    }
    let classNumber = classCode(word.text);
    if (classNumber !== undefined) word = this.#take({}, false);
    let isTtlWritten = false;
    if (word && parseTtl(word.text)) {
      isTtlWritten = true;
      this.#isTtlKnown = true;
      word = this.#take({}, false);
    }
    if (word && classNumber === undefined) {
      classNumber = classCode(word.text);
      if (classNumber !== undefined) word = this.#take({}, false);
    }
    if (!word) return;
    const type = typeCode(word.text);
    if (type === undefined) {
      this.#give(`unknown record type "${shortened(word.text)}"`);
      return;
    }
    const { zoneClass, apex } = this.#zone;
    if (classNumber !== undefined && classNumber !== zoneClass) {
      this.#give(`class ${className(classNumber)} in a zone of class ${className(zoneClass)}`);
      return;
    }
    if (type === TYPE_MD || type === TYPE_MF) this.#say(this.#line, 'the record type is obsolete');
    if (type === TYPE_NS && zoneClass === 1) {
      const { place } = frame.lexer;
      if (!this.#take({}, false)) return;
      frame.lexer.goTo(place);
    }
    const rdata = this.#readRdata(type, word);
    if (rdata === undefined || frame.isDropped) return;
    const group = frame.glue ?? frame.current;
    const isAtApex = lowerName(group.owner) === apex;
    if (type === TYPE_SOA && !isAtApex) {
      this.#give('an SOA record stands at the top of its zone only');
      return;
    }
    if (type === TYPE_DS && isAtApex) {
      this.#say(this.#line, 'a DS record does not stand at the top of its zone');
      return;
    }
    this.#settleTtl(type, isTtlWritten);
    if (type === TYPE_NS) group.servers.add(lowerName(rdata));
    group.records.push({ type, covers: coversOf(type, rdata), rdata });
    group.line = this.#line;
  }

  #settleTtl(type: number, isTtlWritten: boolean): void {
    if (isTtlWritten || this.#isTtlKnown || this.#isDefaultKnown) return;
    if (type === TYPE_SOA) this.#isDefaultKnown = true;
    else this.#say(this.#line, 'no TTL here, no $TTL above and no SOA yet');
  }

  /** The rdata as text; undefined where they are refused, with what is wrong said and the line read to its end. */
  #readRdata(type: number, typeWord: Lexeme): string | undefined {
    const { lexer, file, origin } = this.#frame;
    const context = { classNumber: this.#zone.zoneClass, encoding: file.encoding, origin };
    const rdata = readServerRdata(lexer, { type, typeWord, context });
    if (typeof rdata !== 'string') {
      this.#say(rdata.line, rdata.message);
      return undefined;
    }
    if (type === TYPE_SVCB && !this.#frame.isDropped) {
      const binding = file.faultIn(typeWord.start, typeWord.end);
      if (binding) this.#say(this.#line, binding.message);
    }
    return rdata;
  }

  #commitAll(): void {
    const frame = this.#frame;
    this.#commit(frame.current);
    this.#commit(frame.glue);
    frame.glue = undefined;
  }

  #commit(group: Group | undefined): void {
    if (!group || group.records.length === 0) return;
    const problem = this.#sets.add(group.owner, group.records);
    group.records = [];
    if (problem !== undefined) this.#say(group.line, `${group.owner} ${problem}`);
  }

  /** What a line is told of first is kept: there may be millions of faults in one. */
  #say(line: number, message: string): void {
    const { path } = this.#frame.file;
    const last = this.#lines.at(-1);
    if (last?.line !== line || last.path !== path) this.#lines.push({ path, line, message });
  }
}
