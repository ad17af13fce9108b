import type { NameFault } from '../dns/name.ts';
import { type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { parseTtl } from '../dns/ttl.ts';
import { TYPE_A, TYPE_AAAA } from '../dns/type-codes.ts';
import { typeName } from '../dns/types.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { ownerFault } from '../syntax/header-faults.ts';
import { dateSeconds } from '../syntax/rdata/time.ts';
import { GROUPED } from '../syntax/tape.ts';
import { holdsPlaceholder } from '../syntax/template.ts';
import type { Fault, OutsideRecords, Token } from '../syntax/token.ts';
import { leaveOpen } from './broken-generate.ts';
import { GENERATED, OUTSIDE } from './draft.ts';
import { fillPlain, fillTemplate, GENERATE_LIMIT, generationCount, plainRoom } from './generate.ts';
import { foreignClass, type GenerateLine, parseGenerate, wordsOf } from './generate-line.ts';
import { isUnderLostOrigin } from './lost-origin.ts';
import { noteGeneratedOutside } from './outside.ts';
import { type RowReading, UNREADABLE } from './row-reading.ts';
import type { RowResolver } from './row-resolver.ts';
import { tokensOf } from './row-words.ts';
import { undottedFlag } from './state.ts';
import { meansRecords, meansTtl, unknownDirective } from './unknown-directive.ts';

/** A line with a directive, and the words behind it. */
interface DirectiveRow {
  readonly row: number;
  readonly directive: Token;
  readonly words: readonly Token[];
}

/** Reads a line that begins with `$`: it changes the state, includes a file or makes records. */
export function readDirective(resolver: RowResolver, scan: RowReading, row: number): void {
  const tokens = tokensOf(scan, scan.tape.rowToken[row] as number, row);
  const [directive, ...words] = tokens;
  if (!directive) return;
  if (tokens.length > (isInclude(directive) ? 2 : 1) && !endsItsLine(scan, row))
    scan.draft.faults.push(unendedDirective(directive, tokens.at(-1) ?? directive));
  switch (directive.text.toUpperCase()) {
    case '$ORIGIN':
      readOrigin(resolver, scan, directive, words);
      break;
    case '$TTL':
      readTtl(scan, directive, words);
      break;
    case '$INCLUDE':
      readInclude(resolver, scan, { row, directive, words });
      break;
    case '$GENERATE':
      readGenerate(resolver, scan, { row, directive, words });
      break;
    case '$DATE':
      readDate(scan, directive, words);
      break;
    default:
      if (meansTtl(directive, words)) scan.state.ttlReported = true;
      scan.draft.faults.push(unknownDirective(directive, words));
      scan.draft.hasGap ||= meansRecords(tokens);
      resolver.loseOrigin(scan, tokens);
  }
}

function readOrigin(resolver: RowResolver, scan: RowReading, directive: Token, words: readonly Token[]): void {
  const word = only(scan, directive, words, phrase`a domain name`);
  const origin = word && resolver.reader.readText(word.text, scan.state.origin, scan.context.encoding);
  if (word && typeof origin !== 'number') scan.draft.faults.push(ownerFault(word, origin as NameFault));
  if (!word || typeof origin !== 'number') {
    resolver.loseOrigin(scan, [directive, ...words]);
    return;
  }
  // Servers read it, but what is written below is of another name.
  if (holdsPlaceholder(word.text))
    scan.draft.faults.push({
      ...at(word, 'syntax-template', phrase`A template fills in the origin`),
      severity: 'warning',
    });
  scan.state.isOriginUndotted = noteUndottedOrigin(resolver, scan, word, origin);
  scan.state.isOriginNew ||= origin !== scan.state.origin;
  scan.state.origin = origin;
  scan.draft.originAt = { start: word.start, end: word.end };
  scan.draft.outside = undefined;
}

/**
 * An origin that is written with its zone's name and without the final dot has that name twice. Returns whether it has,
 * through the one above it too.
 */
function noteUndottedOrigin(resolver: RowResolver, scan: RowReading, word: Token, origin: NameId): boolean {
  const { apex, encoding } = scan.context;
  const { names, reader } = resolver;
  if (word.text.endsWith('.')) return false;
  const above = scan.state.isOriginUndotted;
  if (apex <= ROOT) return above;
  const meant = reader.readText(`${word.text}.`, origin, encoding);
  // Under `$ORIGIN .` it is whole all the same, and a single label may recur.
  if (typeof meant !== 'number' || meant === origin || !names.isBelowOrAt(meant, apex)) return above;
  scan.draft.faults.push({
    ...at(word, 'origin-missing-dot', phrase`"${word.text}" has no final dot, so it means ${shownName(names, origin)}`),
    fixes: [{ title: phrase`Add the missing final dot: ${word.text}.`, start: word.end, end: word.end, text: '.' }],
  });
  return true;
}

function readTtl(scan: RowReading, directive: Token, words: readonly Token[]): void {
  const word = only(scan, directive, words, phrase`a TTL`);
  const ttl = word && parseTtl(word.text);
  // Records that lack a TTL now lack it for this one.
  if (!ttl) scan.state.ttlReported = true;
  if (!word) return;
  if (!ttl) {
    scan.draft.faults.push(
      at(
        word,
        'syntax-number',
        phrase`"${word.text}" is not a TTL: seconds up to 2147483647, or numbers with w d h m s such as 1h30m`,
      ),
    );
    return;
  }
  if (ttl.overflow)
    scan.draft.faults.push({
      ...at(word, 'ttl-range', phrase`TTL ${word.text} is over 2147483647: BIND sets it to 0`),
      severity: 'warning',
    });
  scan.state.defaultTtl = ttl.seconds;
}

/** A dump's own time, which says nothing of its records. */
function readDate(scan: RowReading, directive: Token, words: readonly Token[]): void {
  const word = only(scan, directive, words, phrase`a time`);
  if (word && dateSeconds(word.text) === undefined)
    scan.draft.faults.push(at(word, 'syntax-value', phrase`$DATE must be a date YYYYMMDDHHmmSS, found "${word.text}"`));
}

function readInclude(resolver: RowResolver, scan: RowReading, { row, directive, words }: DirectiveRow): void {
  const [path, originWord, extra] = words;
  if (!path) {
    scan.draft.faults.push(at(directive, 'syntax-field-missing', phrase`$INCLUDE needs the path of a file`));
    scan.draft.hasGap = true;
    return;
  }
  if (extra)
    scan.draft.faults.push(
      at(extra, 'syntax-field-extra', phrase`Nothing may follow the origin of $INCLUDE, found "${extra.text}"`),
    );
  let { origin, isOriginUndotted } = scan.state;
  if (originWord?.quoted) {
    scan.draft.faults.push(
      at(originWord, 'syntax-quote', phrase`$INCLUDE takes the path in quotation marks, the origin without them`),
    );
    scan.draft.hasGap = true;
    return;
  }
  if (originWord) {
    const name = resolver.reader.readText(originWord.text, origin, scan.context.encoding);
    if (typeof name !== 'number') {
      scan.draft.faults.push(ownerFault(originWord, name));
      scan.draft.hasGap = true;
      return;
    }
    isOriginUndotted = noteUndottedOrigin(resolver, scan, originWord, name);
    origin = name;
  }
  const after = scan.include(row, path, {
    ...scan.state,
    origin,
    isOriginNew: scan.state.isOriginNew || origin !== scan.state.origin,
    isOriginUndotted,
  });
  scan.state.defaultTtl = after.defaultTtl;
  scan.state.lastTtl = after.lastTtl;
}

function readGenerate(resolver: RowResolver, scan: RowReading, { row, directive, words }: DirectiveRow): void {
  const line = parseGenerate(directive, words);
  if ('rule' in line) {
    scan.draft.faults.push(line);
    leaveOpen(resolver, scan, row, { words });
    return;
  }
  const { draft, context } = scan;
  const foreign = foreignClass(line, context.zoneClass);
  if (foreign) {
    draft.faults.push(foreign);
    leaveOpen(resolver, scan, row, { words });
    return;
  }
  const ttl = generatedTtl(scan, directive, line);
  const many = tooManyGenerated(line, draft);
  if (many) draft.faults.push(many);
  const open = many ? {} : pushGenerated(resolver, scan, row, { line, ttl });
  if (!open) return;
  if (open.first === undefined) draft.hasGap = true;
  else leaveOpen(resolver, scan, row, { words, first: open.first });
}

/** The TTL of the records that a line makes; noted where there is none. */
function generatedTtl({ state, draft }: RowReading, directive: Token, { ttl }: GenerateLine): number {
  if (ttl >= 0) {
    state.lastTtl = ttl;
    return ttl;
  }
  if (state.defaultTtl < 0 && state.lastTtl < 0)
    draft.faults.push({
      ...at(directive, 'ttl-missing', phrase`No TTL here and no $TTL above: BIND refuses that`),
      severity: 'error',
    });
  return state.defaultTtl >= 0 ? state.defaultTtl : Math.max(state.lastTtl, 0);
}

/** Why none of a line's records are made: they are too many by themselves, or with all others; else they are counted. */
function tooManyGenerated({ range, rangeToken }: GenerateLine, draft: RowReading['draft']): Fault | undefined {
  const count = generationCount(range);
  if (count <= GENERATE_LIMIT && draft.generated + count <= draft.mostGenerated) {
    draft.generated += count;
    return undefined;
  }
  const message =
    count <= GENERATE_LIMIT
      ? translated(BEYOND_BUDGET)
      : phrase`This line makes ${count} records, more than the ${GENERATE_LIMIT} that are looked at: the zone is not cross-checked where only the others could answer`;
  return { ...at(rangeToken, 'syntax-generate', message), severity: 'warning' };
}

const BEYOND_BUDGET = laterPhrase`The $GENERATE lines of this workspace make more records than are looked at: those of this line are left out, and the zone is not cross-checked where only they could answer`;

/** What a line leaves unknown: the names from a number on, or any name where it tells none. */
interface Open {
  readonly first?: number;
}

/** Makes the records of a line, up to the first that can't be read; what is unknown then. */
function pushGenerated(
  resolver: RowResolver,
  scan: RowReading,
  row: number,
  { line, ttl }: { readonly line: GenerateLine; readonly ttl: number },
): Open | undefined {
  const { state, draft, context } = scan;
  const { names } = resolver;
  const { start, stop, step } = line.range;
  const fault = (owner: NameId) => () => outsideGenerated(names, line, owner, context.apex);
  const ownerRoom = plainRoom(line.lhs);
  const dataRoom = plainRoom(line.rhs);
  let told: OutsideRecords | undefined;
  for (let value = start; value <= stop; value += step) {
    const owner = generatedOwner(resolver, scan, line, { value, room: ownerRoom });
    if (owner === NO_NAME) return {};
    const outside = context.apex > 0 && !names.isBelowOrAt(owner, context.apex);
    if (outside && isUnderLostOrigin(names, owner)) return {};
    if (outside) told = noteGeneratedOutside(names, scan, owner, { told, fault: fault(owner) });
    const isRead = outside || value !== start || isClosedBefore(scan, row, line.rhsToken);
    const data = !isRead
      ? UNREADABLE
      : outside
        ? NO_NAME
        : generatedData(resolver, scan, line, { value, room: dataRoom });
    if (data === UNREADABLE) return { first: value };
    const flags = GENERATED | (outside ? OUTSIDE : undottedFlag(names, state, owner));
    draft.push(row, owner, line.type, ttl, data, flags);
  }
  return undefined;
}

function outsideGenerated(names: NameTable, line: GenerateLine, owner: NameId, apex: NameId): Fault {
  const message = phrase`${shownName(names, owner)}, which this line makes, is not in the zone ${shownName(names, apex)}: BIND drops such records`;
  return at(line.lhsToken, 'out-of-zone', message);
}

/** A number, and the room for plain codes of what a template makes of it. */
interface Filling {
  readonly value: number;
  readonly room: Uint8Array | undefined;
}

/** The owner that a line makes of a number; NO_NAME, with a fault, where that is none. */
function generatedOwner(
  { reader }: RowResolver,
  { state, draft, context }: RowReading,
  line: GenerateLine,
  { value, room }: Filling,
): NameId {
  const plain = room ? reader.read(room, 0, fillPlain(line.lhs, value, room), state.origin) : NO_NAME;
  if (plain !== NO_NAME) return plain;
  const text = fillTemplate(line.lhs, value);
  const owner = reader.readText(text, state.origin, context.encoding);
  if (typeof owner === 'number') return owner;
  draft.faults.push(at(line.lhsToken, 'syntax-generate', phrase`For ${value} the owner is no domain name: "${text}"`));
  return NO_NAME;
}

/** The same of the data. */
function generatedData(resolver: RowResolver, scan: RowReading, line: GenerateLine, { value, room }: Filling): number {
  const plain = room ? resolver.rdata.plain(scan, line.type, room, 0, fillPlain(line.rhs, value, room)) : NO_NAME;
  if (plain !== NO_NAME) return plain;
  const text = fillTemplate(line.rhs, value);
  const words = wordsOf(text);
  if (!words) {
    const why = phrase`a parenthesis, quotation mark or backslash in it has no counterpart`;
    scan.draft.faults.push(at(line.rhsToken, 'syntax-generate', phrase`For ${value} "${text}" can't be read: ${why}`));
    return UNREADABLE;
  }
  const before = scan.draft.faults.length;
  const data = resolver.rdata.readAny(scan, line.type, words, text.length);
  const faults = scan.draft.faults.splice(before);
  const fault = faults[0];
  if (!fault) return data;
  const message =
    line.type === TYPE_A || line.type === TYPE_AAAA
      ? phrase`For ${value} "${text}" is not an address: ${fault.message}`
      : phrase`For ${value} "${text}" is not the data of ${typeName(line.type)}: ${fault.message}`;
  scan.draft.faults.push(at(line.rhsToken, 'syntax-generate', message));
  return UNREADABLE;
}

function isInclude(directive: Token): boolean {
  return directive.text.toUpperCase() === '$INCLUDE';
}

/** BIND wants a line end behind a directive, also in the text's last line; not behind an $INCLUDE's path. */
function endsItsLine({ tape, codes }: RowReading, row: number): boolean {
  if (row < tape.rowCount - 1) return true;
  let ends = false;
  for (let at = tape.rowEnd[row] as number; at < codes.length; at++) {
    if (codes[at] === 59) while (at < codes.length && codes[at] !== 10) at++;
    // A line end inside parentheses is none.
    if (codes[at] === 10 || codes[at] === 13) ends = true;
    else if (codes[at] === 41) ends = false;
  }
  return ends;
}

function unendedDirective(directive: Token, last: Token): Fault {
  return {
    ...at(
      directive,
      'syntax-final-newline',
      phrase`${directive.text} stands in the last line, which has no line end: BIND refuses that`,
    ),
    severity: 'error',
    fixes: [{ title: phrase`End the line`, start: last.end, end: last.end, text: '\n' }],
  };
}

/** Servers read the data apart, and refuse a parenthesis that is open there; not where they drop the record anyway. */
function isClosedBefore(scan: RowReading, row: number, data: Token): boolean {
  const opening = openingBefore(scan, row, data);
  if (opening < 0) return true;
  scan.draft.faults.push({
    rule: 'syntax-parenthesis',
    start: opening,
    end: opening + 1,
    message: phrase`A "(" that is open where the data of $GENERATE stand is refused by servers: close it before them`,
  });
  return false;
}

/** Where the first parenthesis stands that is open at a word of the row; -1 where none is. */
function openingBefore({ tape, codes }: RowReading, row: number, word: Token): number {
  if (((tape.rowFlags[row] as number) & GROUPED) === 0) return -1;
  const openings: number[] = [];
  let place = row > 0 ? (tape.rowEnd[row - 1] as number) : 0;
  for (let token = tape.rowToken[row] as number; token < (tape.rowToken[row + 1] as number); token++) {
    const start = tape.tokenStart[token] as number;
    for (; place < start; place++) {
      const code = codes[place];
      if (code === 40) openings.push(place);
      else if (code === 41) openings.pop();
      else if (code === 59) while (place + 1 < start && codes[place + 1] !== 10) place++;
    }
    if (start === word.start) break;
    place = tape.tokenEnd[token] as number;
  }
  return openings[0] ?? -1;
}

function only(scan: RowReading, directive: Token, words: readonly Token[], expected: string): Token | undefined {
  const [word, extra] = words;
  if (!word) scan.draft.faults.push(at(directive, 'syntax-field-missing', phrase`${directive.text} needs ${expected}`));
  else if (word.quoted)
    scan.draft.faults.push(
      at(word, 'syntax-quote', phrase`${directive.text} takes ${expected} without quotation marks`),
    );
  else if (extra)
    scan.draft.faults.push(
      at(
        extra,
        'syntax-field-extra',
        phrase`Nothing may follow ${expected} after ${directive.text}, found "${extra.text}"`,
      ),
    );
  return word?.quoted ? undefined : word;
}

function at(token: Token, rule: string, message: string): Fault {
  return { rule, start: token.start, end: token.end, message };
}
