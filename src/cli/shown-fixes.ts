import type { Shown } from '../features/report.ts';
import type { TextEdit } from '../text/document.ts';
import type { Workspace } from './workspace.ts';

/** A mend as the command line applies it: the changes of each file, as the texts are now. */
export interface ShownFixEdits {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/** Faults whose mend changes no meaning that anybody could have meant: what fixAll does of the text rules. */
const SAFE_FAULTS = new Set(['syntax-comment']);

/** The mends of a finding that may be made; those that are refused are left out. */
export function fixesOf(shown: Shown, { engine, store }: Workspace): ShownFixEdits[] {
  const fixes: ShownFixEdits[] = [];
  for (const { title, range, text } of shown.faultFixes ?? []) {
    const edits = new Map([[shown.path, [{ range, text }]]]);
    fixes.push({ title, safe: SAFE_FAULTS.has(shown.rule), edits });
  }
  if (!shown.finding) return fixes;
  const context = engine.context(store.view(shown.view ?? ''));
  for (const fix of engine.rule(shown.rule)?.fixes?.(shown.finding, context) ?? []) {
    if (fix.refused !== undefined || fix.edits.length === 0) continue;
    const edits = new Map(fix.edits.map(({ file, edits }) => [file.path, edits]));
    fixes.push({ title: fix.title, safe: fix.safe, edits });
  }
  return fixes;
}
