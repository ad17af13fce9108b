import type { Range } from 'vscode-languageserver';
import { fixesOfFault, fixesOfFinding, type NumberedFix } from '../report/fixes.ts';
import type { Shown, ShownFix } from '../report/shown.ts';
import type { Fix } from '../rules/rule.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Session } from './session.ts';

/** A finding as an action carries it: enough to look it up again where the analysis keeps it. */
export interface FindingData {
  readonly rule: string;
  /** The name that was checked, absolute; none where reading the text found it. */
  readonly key?: string;
  readonly view?: string;
  readonly zone?: string;
  readonly primary: boolean;
  readonly range: Range;
  /** The version of the file's text. */
  readonly version: number;
}

/** A fix as an action carries it: its finding, and which of that one's fixes it is. */
export interface FixData extends FindingData {
  readonly number: number;
  readonly title: string;
  /** The change of a text fault that came with it. */
  readonly change?: ShownFix;
}

/** What an action needs to find a finding again. */
export function findingData({ store }: Session, { version }: SourceFile, shown: Shown): FindingData {
  const { rule, finding, view, zone, primary, range } = shown;
  return {
    rule,
    ...(finding ? { key: store.names.text(finding.key) } : {}),
    ...(view === undefined ? {} : { view }),
    ...(zone === undefined ? {} : { zone }),
    primary,
    range,
    version,
  };
}

/** What an action needs to make a fix again. */
export function fixData(session: Session, file: SourceFile, { fix, number, of }: NumberedFix): FixData {
  const change = of.faultFixes?.[number];
  return { ...findingData(session, file, of), number, title: fix.title, ...(change ? { change } : {}) };
}

/** Whether a finding still stands where it stood. */
export function isThere(session: Session, file: SourceFile, data: FindingData): boolean {
  return isUnchanged(session, file, data) || again(session, file, data).some(({ range }) => isSame(range, data.range));
}

/**
 * The fix as it is now, worked out from its finding: from that at the same place first, else from one of the same kind.
 * Undefined where the finding is gone, or its fix does something else now, or is refused.
 */
export function fixAgain(session: Session, file: SourceFile, data: FixData): Fix | undefined {
  const { engine } = session;
  if (data.change && isUnchanged(session, file, data)) {
    const { rule, view, zone, change } = data;
    const where = { ...(view === undefined ? {} : { view }), ...(zone === undefined ? {} : { zone }) };
    return chosen(fixesOfFault(engine, { rule, path: file.path, ...where, faultFixes: [change] }), data);
  }
  const found = [...again(session, file, data)].sort(
    (a, b) => Number(isSame(b.range, data.range)) - Number(isSame(a.range, data.range)),
  );
  for (const shown of found) {
    const fixes = shown.finding ? fixesOfFinding(engine, shown.finding, shown.view) : fixesOfFault(engine, shown);
    const fix = chosen(fixes, data);
    if (fix) return fix;
  }
  return undefined;
}

/** Whether two ranges are the same. */
export function isSame(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

/** What reading found hangs on the text alone, unless its rule says otherwise: the same text, the same finding. */
function isUnchanged({ reporter, engine }: Session, file: SourceFile, { rule, key, version }: FindingData): boolean {
  const known = engine.rule(rule);
  if (key !== undefined || version !== file.version || known?.needsAllFiles) return false;
  return known !== undefined && reporter.levelOf(rule, undefined) !== 'off';
}

function again({ reporter, store }: Session, file: SourceFile, data: FindingData): readonly Shown[] {
  const { rule, key, view, primary } = data;
  if (key === undefined) return reporter.ofRule(file, rule, 'read');
  return reporter
    .ofRule(file, rule, 'found')
    .filter(
      (shown) =>
        shown.primary === primary &&
        shown.view === view &&
        shown.finding !== undefined &&
        store.names.text(shown.finding.key) === key,
    );
}

/** A fix does what its title says: the number tells which of those with the same title it is. */
function chosen(fixes: readonly Fix[], { number, title }: FixData): Fix | undefined {
  const isIt = (fix: Fix | undefined): fix is Fix => fix?.title === title && fix.refused === undefined;
  const fix = fixes[number];
  return isIt(fix) ? fix : fixes.find(isIt);
}
