import { phrase } from '../../language/phrase.ts';
import { suppressionUnused } from '../../rules/text/text-rules.ts';
import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown, ShownFix } from '../shown.ts';
import type { SuppressionComment } from '../suppress.ts';
import { isFoundAll, type Reach, reachOf } from '../suppression-reach.ts';
import { commentRange, idRange } from '../suppression-text.ts';

/** Adds comments that silence nothing, where all that they could silence would have been found. */
export function unusedSuppressions(shown: readonly Shown[], context: ShownContext): readonly Shown[] {
  const { file, suppressions, template, read, isReading, levelOf } = context;
  const comments = suppressions.comments(file);
  const level = levelOf(suppressionUnused.id, undefined);
  if (comments.length === 0 || level === 'off' || isReading || template !== 'none' || file.instances.length === 0)
    return shown;
  // What a broken line hides is not known.
  if (context.hasLeft() || read.some(({ rule, severity }) => levelOf(rule, severity) === 'error')) return shown;
  const added: Shown[] = [];
  comments.forEach((comment, index) => {
    const reach = reachOf(context, comments, index);
    if (!reach) return;
    for (const at of unusedIn(comment, { reach, shown, context })) added.push(shownOf(comment, at, context, level));
  });
  return added.length === 0 ? shown : [...shown, ...added];
}

interface Asked {
  readonly reach: Reach;
  readonly shown: readonly Shown[];
  readonly context: ShownContext;
}

/** Which ids of a comment silence nothing, by their numbers; `all` where it names none and silences nothing. */
function unusedIn(comment: SuppressionComment, { reach, shown, context }: Asked): (number | 'all')[] {
  const inReach = shown.filter(({ range }) => reach.first <= range.start.line && range.start.line <= reach.last);
  if (comment.rules.length === 0) return inReach.length === 0 && isFoundAll(context, reach, undefined) ? ['all'] : [];
  return comment.rules.flatMap((id, number) => {
    const rule = knownRule(id);
    if (!rule || rule.id === suppressionUnused.id || context.levelOf(id, undefined) === 'off') return [];
    if (inReach.some((item) => item.rule === id) || !isFoundAll(context, reach, rule)) return [];
    return [number];
  });
}

function shownOf(
  comment: SuppressionComment,
  at: number | 'all',
  { file }: ShownContext,
  severity: Shown['severity'],
): Shown {
  const whole = commentRange(file, comment);
  const isWhole = at === 'all' || comment.rules.length === 1;
  const range = at === 'all' ? whole.comment : idRange(comment, at);
  const id = at === 'all' ? undefined : comment.rules[at];
  const fix: ShownFix = isWhole
    ? { title: phrase`Remove the comment`, range: whole.removed, text: '' }
    : { title: phrase`Remove ${id} from the comment`, range: idRange(comment, at, 'with-blank'), text: '' };
  const what = id === undefined ? phrase`Nothing is found here` : phrase`${id} is not found here`;
  return {
    rule: suppressionUnused.id,
    severity,
    message: phrase`${what}, so this comment silences nothing`,
    path: file.path,
    range,
    related: [],
    primary: true,
    faultFixes: [fix],
  };
}
