import type { Level, Severity } from '../rules/rule.ts';
import { type TemplateMark, templateMarkOf } from '../syntax/template.ts';
import type { Fault, FaultFix, OutsideRecords } from '../syntax/token.ts';
import type { Range } from '../text/block.ts';
import type { Child, Instance, InstanceBlock, SourceFile } from '../workspace/instance.ts';
import { type RawFault, withoutContinuations } from './continued-rows.ts';
import { withRowsJoined } from './joined-rows.ts';
import { mostSevere } from './most-severe.ts';
import { type OutsideJoined, outsideJoined } from './outside-report.ts';
import type { FileRange, Places } from './place.ts';

/** A mend of a text fault, as a change of its file. */
export interface ShownFix {
  readonly title: string;
  readonly range: Range;
  readonly text: string;
}

/** What reading a text found at a place of a file, before settings are applied. */
export interface Faulted {
  readonly rule: string;
  /** Where the fault has a weight of its own. */
  readonly severity: Severity | undefined;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly (FileRange & { readonly message: string })[];
  readonly fixes: readonly ShownFix[];
  /** How many records it is that lie outside the zone, and where the first one is. */
  readonly outside?: OutsideShown;
  /** Undefined where the file is read for no zone. */
  readonly instance: Instance | undefined;
}

/** Records outside their zone that are told of together. */
export interface OutsideShown {
  readonly count: number;
  readonly firstLine: number;
  /** Whether the first one is an SOA, and the others are below its name. */
  readonly isSoa: boolean;
}

/** The faults of a file, and how far it is a template: not, some lines, or as a whole. */
export interface TextFaults {
  readonly faults: readonly Faulted[];
  readonly template: 'none' | 'lines' | 'file';
  /** How many more there are. */
  readonly left: number;
}

/** What reading a file found, in all its instances; each place once. Where it is more than the limit, the most severe. */
export function textFaults(
  file: SourceFile,
  places: Places,
  how: { readonly limit: number; readonly levelOf: (fault: Fault) => Level },
): TextFaults {
  if (faultCount(file) === 0) return NO_FAULTS;
  const wide = wideCharacters(file, places);
  if (wide) return { faults: [wide], template: 'file', left: 0 };
  const joined = inOrder(file.instances).map((instance) => outsideJoined(instance, places.store));
  const count = joined.reduce((sum, { told, grouped }) => sum + told.length - grouped.size, faultCount(file));
  const { picked, left } = mostSevere(rawFaults(file, joined), count, {
    limit: how.limit * file.instances.length,
    levelOf: ({ fault }) => how.levelOf(fault),
  });
  const split = splitTemplate(file, picked, { places, levelOf: how.levelOf });
  const faults: Faulted[] = [];
  const rows = withRowsJoined(withoutConsequences(split.raw, file, places), file.document, places);
  for (const { block, fault, mend, first } of eachPlaceOnce(withoutContinuations(rows, file, places), file)) {
    const shown = faultedAt(block, fault, places);
    if (!shown) continue;
    const outside =
      fault.outside && outsideShown(fault.outside, first ? faultedAt(first.block, first.fault, places) : shown);
    faults.push({ ...shown, ...(mend ? { fixes: [mend] } : {}), ...(outside ? { outside } : {}) });
  }
  return { faults, template: split.template, left };
}

/** A file in UTF-16, as Windows programs write it: each of its characters would be wrong. */
function wideCharacters(file: SourceFile, places: Places): Faulted | undefined {
  const block = file.instances[0]?.blocks[0];
  const text = file.document.blocks[0]?.text ?? '';
  const isWide = text.startsWith('\xff\xfe') ? text[3] === '\0' : text.startsWith('\xfe\xff\0');
  if (!block || !isWide) return undefined;
  const message = 'The file is written in UTF-16, which no server reads: save it as UTF-8';
  return faultedAt(block, { rule: 'syntax-character', start: 0, end: 2, message }, places);
}

function faultCount(file: SourceFile): number {
  let count = 0;
  for (const { blocks } of file.instances)
    for (const block of blocks) if (block) count += block.faults.length + block.children.length;
  return count;
}

function* rawFaults(file: SourceFile, joined: readonly OutsideJoined[]): Generator<RawFault> {
  for (const [index, instance] of inOrder(file.instances).entries()) {
    const { told, grouped } = joined[index] as OutsideJoined;
    yield* told;
    for (const block of instance.blocks) {
      if (!block) continue;
      for (const fault of block.faults) if (!grouped.has(fault)) yield { block, fault };
      for (const child of block.children) if (child.problem) yield { block, fault: includeFault(block, child) };
    }
  }
}

/**
 * Where a record has a parenthesis or quotation mark that nothing closes, what it lacks is no fault of its own, nor is it
 * that such a string is one too many.
 */
function withoutConsequences(raw: readonly RawFault[], file: SourceFile, places: Places): readonly RawFault[] {
  const mayFollow = ({ fault }: RawFault): boolean => !fault.isUnclosed && FOLLOWING.has(fault.rule);
  if (!raw.some(({ fault }) => fault.isUnclosed) || !raw.some(mayFollow)) return raw;
  const rowOf = ({ block, fault }: RawFault): string => {
    const text = file.document.blocks[block.index];
    return `${block.index} ${(text && places.rowAt(text, fault.start)?.start) ?? ''}`;
  };
  const openings = new Map<string, Fault>();
  for (const item of raw) if (item.fault.isUnclosed) openings.set(rowOf(item), item.fault);
  return raw.filter((item) => {
    if (!mayFollow(item)) return true;
    const opening = openings.get(rowOf(item));
    if (!opening) return true;
    if (item.fault.rule === 'syntax-field-extra') return item.fault.start !== opening.start;
    return item.fault.rule === 'syntax-quote' && item.fault.start < opening.start;
  });
}

const FOLLOWING: ReadonlySet<string> = new Set(['syntax-field-missing', 'syntax-field-extra', 'syntax-quote']);

/** Of the faults at one place those of the first instance that has any. */
function eachPlaceOnce(raw: readonly RawFault[], file: SourceFile): readonly RawFault[] {
  if (file.instances.length < 2) return raw;
  const seen = new Map<string, Instance>();
  return raw.filter(({ block, fault }) => {
    const key = `${block.index} ${fault.start} ${fault.end} ${fault.rule}`;
    const first = seen.get(key) ?? block.instance;
    seen.set(key, first);
    return first === block.instance;
  });
}

const NO_FAULTS: TextFaults = { faults: [], template: 'none', left: 0 };

/** Instances by view, then by zone: an order that depends on the texts only. */
function inOrder(instances: readonly Instance[]): readonly Instance[] {
  if (instances.length < 2) return instances;
  return [...instances].sort((a, b) => {
    const [one, other] = [contextOf(a), contextOf(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}

function contextOf(instance: Instance): string {
  const chain: string[] = [];
  for (let at: Instance | undefined = instance; at; at = at.parent?.instance)
    chain.unshift(`${at.file.path} ${String(at.parent?.index ?? 0).padStart(9, '0')}`);
  return `${instance.view.name} ${chain.join(' ')} ${instance.apex}`;
}

function faultedAt(block: InstanceBlock, fault: Fault, places: Places): Faulted | undefined {
  const range = places.inBlock(block, fault.start, fault.end)?.range;
  if (!range) return undefined;
  const { rule, severity, message } = fault;
  const fixes = fault.fixes ? shownFixes(block, fault.fixes, places) : NO_FIXES;
  return { rule, severity, message, range, related: NO_RELATED, fixes, instance: block.instance };
}

function outsideShown({ count, isSoa }: OutsideRecords, first: Faulted | undefined): OutsideShown | undefined {
  return first && { count, isSoa, firstLine: first.range.start.line };
}

const NO_FIXES: readonly ShownFix[] = [];
const NO_RELATED: Faulted['related'] = [];

function shownFixes(block: InstanceBlock, fixes: readonly FaultFix[], places: Places): ShownFix[] {
  const shown: ShownFix[] = [];
  for (const { title, start, end, text } of fixes) {
    const range = places.inBlock(block, start, end)?.range;
    if (range) shown.push({ title, range, text });
  }
  return shown;
}

/** What is wrong with an $INCLUDE that is not followed. */
export function includeFault(block: InstanceBlock, child: Child): Fault {
  const { path, start, end } = child.site;
  const written = path.replace(/^"|"$/g, '');
  if (child.problem === 'missing')
    return {
      rule: 'syntax-include-missing',
      start,
      end,
      message: `$INCLUDE names "${written}", and there is no such file here`,
    };
  if (child.problem === 'budget')
    return {
      rule: 'syntax-include-loop',
      start,
      end,
      message: `The files of this workspace include each other more often than is looked at: "${written}" is left out here, and the zone is not cross-checked where only it could answer`,
      severity: 'warning',
    };
  const chain = chainOf(block);
  const message =
    child.problem === 'loop'
      ? `$INCLUDE leads back to a file that is being read: ${[...chain, lastPart(written)].join(' -> ')}`
      : `$INCLUDE is nested ${chain.length} deep, and no further: ${chain[0]} -> ... -> ${lastPart(written)}`;
  return { rule: 'syntax-include-loop', start, end, message };
}

/** The names of the files from the zone's own to the one with the block. */
function chainOf(block: InstanceBlock): string[] {
  const chain: string[] = [];
  for (let at: InstanceBlock | undefined = block; at; at = at.instance.parent)
    chain.unshift(lastPart(at.instance.file.path));
  return chain;
}

function lastPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Rows of template syntax from which on a file counts as a template as a whole. */
const TEMPLATE_ROWS = 2;

/** What a line that a template fills in may change for the lines below it: their TTL, their owner, their origin. */
const OF_MISSING_LINES: ReadonlySet<string> = new Set(['ttl-missing', 'syntax-owner-missing', 'out-of-zone']);

/** Puts the faults of lines that a template engine fills in together into one. */
function splitTemplate(
  file: SourceFile,
  raw: readonly RawFault[],
  { places, levelOf }: { readonly places: Places; readonly levelOf: (fault: Fault) => Level },
): { readonly raw: readonly RawFault[]; readonly template: TextFaults['template'] } {
  // What servers read is no error, though it looks like a template.
  const isRefused = raw.some(({ fault }) => levelOf(fault) === 'error');
  let first: RawFault | undefined;
  let rowCount = 0;
  let lastRow = '';
  let lastStart = '';
  let mark: TemplateMark | undefined;
  const rest: RawFault[] = [];
  for (const item of raw) {
    const text = file.document.blocks[item.block.index];
    const row = text && places.rowAt(text, item.fault.start);
    const start = row ? `${item.block.index} ${row.start}` : '';
    // Of a row with many faults the text is looked at once.
    if (row && start !== lastStart) mark = templateMarkOf(row.text());
    lastStart = start;
    if (!row || !mark) {
      rest.push(item);
      continue;
    }
    first ??= { block: item.block, fault: templateFault(mark, row.start + mark.offset, isRefused) };
    if (start !== lastRow) rowCount++;
    lastRow = start;
    if (mark.isControl || rowCount >= TEMPLATE_ROWS) return { raw: [first], template: 'file' };
  }
  if (!first) return { raw, template: 'none' };
  const { block, fault: found } = first;
  // A line does not change which TTL those above it have.
  const isKept = (item: RawFault): boolean =>
    item.fault.rule === 'ttl-missing' &&
    item.block.instance === block.instance &&
    (item.block.index - block.index || item.fault.start - found.start) < 0;
  const own = rest.filter((item) => !OF_MISSING_LINES.has(item.fault.rule) || isKept(item));
  return { raw: [first, ...own], template: 'lines' };
}

function templateFault({ length, message }: TemplateMark, start: number, isRefused: boolean): Fault {
  const severity = isRefused ? {} : { severity: 'warning' as const };
  return { rule: 'syntax-template', start, end: start + length, message, ...severity };
}
