import { insertTtl, ttlOfMinimum } from '../../edits/insert-ttl.ts';
import { plan } from '../../edits/plan.ts';
import { phrase } from '../../language/phrase.ts';
import { defineRule, type Fix, type RuleContext, type TextFinding } from '../rule.ts';

/** A record that has no TTL and no place to take one from. Reading the text finds it; how it is fixed is said here. */
export const ttlMissing = defineRule({
  id: 'ttl-missing',
  scope: 'text',
  severity: 'warning',
  hangsOnLines: 'above',
  needsAllFiles: true,
  isMeantInWindowsExports: true,
  summary: 'No TTL given, here or above',
  fixesOfText,
});

/** A `$TTL` for the whole zone; where the SOA's minimum is what counts now, that one too, which changes no answer. */
function fixesOfText({ file, view = '', zone }: TextFinding, ctx: RuleContext): readonly Fix[] {
  const { store, rows } = ctx;
  const instance =
    file.instances.find((one) => one.view.name === view && one.apex >= 0 && store.names.text(one.apex) === zone) ??
    file.instances[0];
  if (!instance) return [];
  const minimum = ttlOfMinimum(rows, instance);
  const times = [USUAL_TTL, ...(minimum === undefined || minimum === USUAL_TTL ? [] : [minimum])];
  return times.map((seconds) =>
    plan(ctx, {
      title: phrase`Put "$TTL ${seconds}" above the first record${seconds === minimum ? phrase`, the time that BIND takes now` : ''}`,
      changes: insertTtl(rows, instance, seconds),
      preferred: times.length === 1,
    }),
  );
}

const USUAL_TTL = 3600;
