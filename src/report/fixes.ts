import { plan } from '../edits/plan.ts';
import type { Engine } from '../rules/engine/engine.ts';
import type { Finding, Fix, RuleContext } from '../rules/rule.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { knownRule } from './known-rule.ts';
import type { Shown, ShownFix } from './shown.ts';

/** One of the fixes of a finding that is shown. */
export interface NumberedFix {
  readonly fix: Fix;
  /** Its place in the list of its finding's fixes. */
  readonly number: number;
  /** The finding that it fixes: the shown one, or the same one as another view found it. */
  readonly of: Shown;
}

/** The fixes of a finding that is shown, from the texts as they are now: the best one first. */
export function fixesOf(engine: Engine, shown: Shown): readonly Fix[] {
  return numberedFixes(engine, shown).map(({ fix }) => fix);
}

/** The same, each with what it takes to work it out again. */
export function numberedFixes(engine: Engine, shown: Shown): readonly NumberedFix[] {
  const { finding } = shown;
  const own = finding ? fixesOfFinding(engine, finding, shown.view) : fixesOfFault(engine, shown);
  const fixes = own.map((fix, number) => ({ fix, number, of: shown }));
  if (!finding || fixes.some(({ fix }) => fix.refused === undefined)) return fixes;
  const [other, ...others] = shown.others ?? [];
  const found = other ? numberedFixes(engine, { ...other, others }) : [];
  return found.length > 0 ? found : fixes;
}

/** The fixes of a finding as the view found it; none where the view is gone. */
export function fixesOfFinding(engine: Engine, finding: Finding, viewName = ''): readonly Fix[] {
  const view = engine.store.views.get(viewName);
  return view ? (engine.rule(finding.rule)?.fixes?.(finding, engine.context(view)) ?? []) : [];
}

/** What reading a text found, as far as its fixes need it. */
export type FixableFault = Pick<Shown, 'rule' | 'path' | 'view' | 'zone' | 'faultFixes'>;

/** The fixes of what reading a text found. */
export function fixesOfFault(engine: Engine, fault: FixableFault): readonly Fix[] {
  const { rule, view, zone, faultFixes = [] } = fault;
  const file = engine.store.files.get(fault.path);
  if (!file) return [];
  const ctx = engine.context(file.instances[0]?.view ?? engine.store.view(''));
  const known = knownRule(rule);
  if (known?.scope === 'text' && known.fixesOfText) return known.fixesOfText({ file, view, zone }, ctx);
  return faultFixes.map((fix, index) =>
    planOf(fix, file, {
      ctx,
      bumpOnFix: ctx.settings.bumpOnFix && !known?.leavesRecords,
      safe: index === 0 && known?.hasSafeFix === true,
      preferred: faultFixes.length === 1,
    }),
  );
}

interface FaultPlan {
  readonly ctx: RuleContext;
  readonly bumpOnFix: boolean;
  readonly safe: boolean;
  readonly preferred: boolean;
}

function planOf({ title, range, text }: ShownFix, file: SourceFile, how: FaultPlan): Fix {
  const { ctx, bumpOnFix, safe, preferred } = how;
  const { store, held, mail, settings, baselineSerial } = ctx;
  const context = { store, held, mail, settings: { now: settings.now, bumpOnFix }, baselineSerial };
  return plan(context, { title, changes: [{ file, edit: { range, text } }], safe, preferred });
}
