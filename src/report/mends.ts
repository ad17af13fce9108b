import type { EditContext } from '../edits/context.ts';
import { EditSet } from '../edits/edit-set.ts';
import { insertTtl, ttlOfMinimum } from '../edits/insert-ttl.ts';
import { plan } from '../edits/plan.ts';
import { Rows } from '../edits/rows.ts';
import type { Engine } from '../rules/engine/engine.ts';
import type { FileEdit, Finding, Fix } from '../rules/rule.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Shown } from './report.ts';

/** Faults whose first mend leaves what servers read as it is meant, so that it needs no look. */
const SAFE_FAULTS = new Set(['syntax-comment']);
/** Faults whose mends change no record but the SOA's serial itself. */
const RECORDS_STAY = new Set([
  'syntax-comment',
  'syntax-final-newline',
  'syntax-crlf',
  'serial-range',
  'suppression-unknown-rule',
]);

/** The mends of a finding that is shown, from the texts as they are now: the best one first. */
export function mendsOf(engine: Engine, shown: Shown): readonly Fix[] {
  const { finding, faultFixes = [], rule } = shown;
  if (finding) {
    const mends = mendsOfFinding(engine, finding, shown.view);
    const isMended = mends.some(({ refused }) => refused === undefined);
    const [other, ...others] = isMended ? [] : (shown.others ?? []);
    const found = other ? mendsOf(engine, { ...other, others }) : [];
    return found.length > 0 ? found : mends;
  }
  const { store } = engine;
  const file = store.files.get(shown.path);
  if (!file) return [];
  const { held, mail, settings, baselineSerial } = engine.context(file.instances[0]?.view ?? store.view(''));
  const bumpOnFix = settings.bumpOnFix && !RECORDS_STAY.has(rule);
  const context = { store, held, mail, settings: { now: settings.now, bumpOnFix }, baselineSerial };
  if (rule === 'ttl-missing') return ttlMends(context, file, shown);
  return faultFixes.map(({ title, range, text }, index) =>
    plan(context, {
      title,
      changes: [{ file, edit: { range, text } }],
      safe: index === 0 && SAFE_FAULTS.has(rule),
      preferred: faultFixes.length === 1,
    }),
  );
}

function mendsOfFinding(engine: Engine, finding: Finding, viewName = ''): readonly Fix[] {
  const view = engine.store.views.get(viewName);
  return view ? (engine.rule(finding.rule)?.fixes?.(finding, engine.context(view)) ?? []) : [];
}

/** A `$TTL` for the whole zone; where the SOA's minimum is what counts now, that one too, which changes no answer. */
function ttlMends(context: EditContext, file: SourceFile, shown: Shown): readonly Fix[] {
  const { store } = context;
  const instance =
    file.instances.find(
      ({ view, apex }) => view.name === (shown.view ?? '') && apex >= 0 && store.names.text(apex) === shown.zone,
    ) ?? file.instances[0];
  if (!instance) return [];
  const rows = new Rows(store);
  const minimum = ttlOfMinimum(rows, instance);
  const times = [USUAL_TTL, ...(minimum === undefined || minimum === USUAL_TTL ? [] : [minimum])];
  return times.map((seconds) =>
    plan(context, {
      title: `Put "$TTL ${seconds}" above the first record${seconds === minimum ? ', the time that BIND takes now' : ''}`,
      changes: insertTtl(rows, instance, seconds),
      preferred: times.length === 1,
    }),
  );
}

const USUAL_TTL = 3600;

/** Puts the edits of mends together, leaving out those that touch one that is taken already. */
export function joinEdits(mends: readonly (readonly FileEdit[])[]): readonly FileEdit[] {
  const taken = new EditSet();
  for (const mend of mends) taken.add(mend);
  return taken.edits;
}
