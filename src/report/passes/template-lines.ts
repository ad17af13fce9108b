import { syntaxTemplate } from '../../rules/text/text-rules.ts';
import { type TemplateMark, templateMarkOf } from '../../syntax/template.ts';
import type { Fault } from '../../syntax/token.ts';
import type { RawFault } from '../fault-types.ts';
import { knownRule } from '../known-rule.ts';
import type { PassContext } from '../pass.ts';

/** Rows of template syntax from which on a file counts as a template as a whole. */
const TEMPLATE_ROWS = 2;

/**
 * Puts the faults of lines that a template engine fills in together into one, without those that hang on such lines. Of a
 * file that is a template as a whole nothing else is left. Lines of merge conflicts are put together in the same way, and make
 * no template of a file.
 */
export function templateLines(raw: readonly RawFault[], context: PassContext): readonly RawFault[] {
  const { first, ofLines, rest } = split(raw, context);
  if (!first) return raw;
  const { taken } = context;
  if (first.template === 'file') {
    if (taken) for (const item of raw) taken(item, first);
    return [first];
  }
  if (taken) for (const item of ofLines) taken(item, first);
  const own = rest.filter((item) => {
    if (!hangsOn(item, first)) return true;
    taken?.(item, first);
    return false;
  });
  return [first, ...own];
}

interface Split {
  /** What is said of the template: at its first line. */
  readonly first: RawFault | undefined;
  /** The faults of lines that are filled in, and the others. */
  readonly ofLines: readonly RawFault[];
  readonly rest: readonly RawFault[];
}

function split(raw: readonly RawFault[], { file, places, levelOf }: PassContext): Split {
  // What servers read is no error, though it looks like a template.
  const isRefused = raw.some(({ fault }) => levelOf(fault.rule, fault.severity) === 'error');
  let first: RawFault | undefined;
  let rowCount = 0;
  let lastRow = '';
  let lastStart = '';
  let mark: TemplateMark | undefined;
  const ofLines: RawFault[] = [];
  const rest: RawFault[] = [];
  for (const item of raw) {
    const text = file.document.blocks[item.block.index];
    const row = text && places.rowAt(text, item.fault.start);
    const start = row ? `${item.block.index} ${row.start}` : '';
    // Of a row with many faults the text is looked at once.
    if (row && start !== lastStart) mark = templateMarkOf(row.text());
    lastStart = start;
    if (!row || !mark || (mark.ofConflict === 'middle' && !first)) {
      rest.push(item);
      continue;
    }
    ofLines.push(item);
    first ??= { block: item.block, fault: templateFault(mark, row.start + mark.offset, isRefused), template: 'lines' };
    if (mark.ofConflict || mark.isOfLine) continue;
    if (start !== lastRow) rowCount++;
    lastRow = start;
    if (mark.isControl || rowCount >= TEMPLATE_ROWS) return { first: { ...first, template: 'file' }, ofLines, rest };
  }
  return { first, ofLines, rest };
}

/** A line does not change what those above it have: where that matters only what is below hangs on it. */
function hangsOn({ block, fault }: RawFault, template: RawFault): boolean {
  const hangs = knownRule(fault.rule)?.hangsOnLines;
  if (hangs !== 'above') return hangs === 'anywhere';
  const isAbove = (block.index - template.block.index || fault.start - template.fault.start) < 0;
  return !(isAbove && block.instance === template.block.instance);
}

function templateFault({ length, message, isOfWindows }: TemplateMark, start: number, isRefused: boolean): Fault {
  const severity = isRefused ? {} : { severity: 'warning' as const };
  const windows = isOfWindows ? { isOfWindows } : {};
  return { rule: syntaxTemplate.id, start, end: start + length, message, ...severity, ...windows };
}
