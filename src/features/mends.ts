import { plan } from '../edits/plan.ts';
import type { Engine } from '../rules/engine.ts';
import type { FileEdit, Fix } from '../rules/rule.ts';
import type { Range } from '../text/block.ts';
import type { TextEdit } from '../text/document.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Shown } from './report.ts';

/** Faults whose first mend leaves what servers read as it is meant, so that it needs no look. */
const SAFE_FAULTS = new Set(['syntax-comment']);
/** Faults whose mends change no record but the SOA's serial itself. */
const RECORDS_STAY = new Set(['syntax-comment', 'syntax-final-newline', 'syntax-crlf', 'serial-range', 'ttl-missing']);

/** The mends of a finding that is shown, from the texts as they are now: the best one first. */
export function mendsOf(engine: Engine, shown: Shown): readonly Fix[] {
  const { finding, faultFixes = [], rule } = shown;
  if (finding) {
    const view = engine.store.views.get(shown.view ?? '');
    return view ? (engine.rule(finding.rule)?.fixes?.(finding, engine.context(view)) ?? []) : [];
  }
  const { store } = engine;
  const file = store.files.get(shown.path);
  if (!file) return [];
  const { held, mail, settings, baselineSerial } = engine.context(file.instances[0]?.view ?? store.view(''));
  const bumpOnFix = settings.bumpOnFix && !RECORDS_STAY.has(rule);
  const context = { store, held, mail, settings: { now: settings.now, bumpOnFix }, baselineSerial };
  return faultFixes.map(({ title, range, text }, index) =>
    plan(context, {
      title,
      changes: [{ file, edit: { range, text } }],
      safe: index === 0 && SAFE_FAULTS.has(rule),
      preferred: faultFixes.length === 1,
    }),
  );
}

/** Puts edits together, leaving out those that touch one that is taken already. Says how many were taken. */
export function joinEdits(groups: readonly (readonly FileEdit[])[]): { edits: readonly FileEdit[]; taken: number } {
  const taken = new Map<SourceFile, TextEdit[]>();
  let count = 0;
  for (const group of groups) {
    if (group.some(({ file, edits }) => edits.some((edit) => touchesAny(edit, taken.get(file) ?? [])))) continue;
    count++;
    for (const { file, edits } of group) {
      const known = taken.get(file);
      const added = edits.filter((edit) => !known?.some((other) => isEqual(edit, other)));
      if (known) known.push(...added);
      else taken.set(file, [...added]);
    }
  }
  const edits = [...taken].map(([file, list]) => ({ file, edits: list.sort(byStart) }));
  return { edits, taken: count };
}

/** Whether two ranges share a character, or a place where both insert. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function touchesAny(edit: TextEdit, others: readonly TextEdit[]): boolean {
  return others.some((other) => touches(edit.range, other.range) && !isEqual(edit, other));
}

/** The same change twice is one: two fixes of a zone raise its serial once. */
function isEqual(a: TextEdit, b: TextEdit): boolean {
  return a.text === b.text && byStart(a, b) === 0 && isSame(a.range.end, b.range.end) && a.text !== '';
}

function isSame(a: Range['start'], b: Range['start']): boolean {
  return a.line === b.line && a.character === b.character;
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function byStart(a: TextEdit, b: TextEdit): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
