import { phrase } from '../../language/phrase.ts';
import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/**
 * What follows from an origin without its final dot is said at the origin, and once. An SOA that stands below the apex for
 * want of it, or a mail host without PTR record, makes an error of it, unless the settings give it another weight.
 */
export function raisedOrigins(shown: readonly Shown[], { read, isSet, taken }: ShownContext): readonly Shown[] {
  const origins = shown.filter((item) => !item.finding && isOfOrigin(item));
  const told = new Map<Shown, Shown[]>();
  const originOf = new Map<Shown, Shown>();
  const below = shown.filter(({ finding, primary }) => finding?.data?.undotted === true && primary);
  for (const item of below.sort((a, b) => a.range.start.line - b.range.start.line)) {
    const { line } = item.range.start;
    const origin = origins.findLast(({ range }) => range.start.line < line);
    if (!origin) continue;
    originOf.set(item, origin);
    told.set(origin, [...(told.get(origin) ?? []), item]);
  }
  if (told.size === 0 && origins.length === 0 && read.some(isOfOrigin)) return withoutOrigins(shown, taken);
  if (told.size === 0) return shown;
  return shown.flatMap((item) => {
    const origin = originOf.get(item);
    if (origin) taken?.(item, origin);
    return origin ? [] : [raised(item, told.get(item) ?? [], isSet)];
  });
}

/** Where a comment silences the origin, nothing is said of what follows from it. */
function withoutOrigins(shown: readonly Shown[], taken: ShownContext['taken']): readonly Shown[] {
  return shown.filter((item) => {
    if (!isOfOrigin(item) || !item.primary) return true;
    taken?.(item, `a comment silences what is said of its $ORIGIN`);
    return false;
  });
}

function isOfOrigin({ rule }: { readonly rule: string }): boolean {
  return knownRule(rule)?.isOfOrigin === true;
}

function raised(fault: Shown, items: readonly Shown[], isSet: ShownContext['isSet']): Shown {
  const [first] = items;
  if (!first) return fault;
  const severity = isSet(fault.rule) ? fault.severity : 'error';
  const alike = items.flatMap(({ finding, others = [] }) => [finding, ...others.map((other) => other.finding)]);
  const rest = { severity, alike: alike.filter((finding) => finding !== undefined) };
  const consequence = items.map(({ rule }) => knownRule(rule)?.consequence).find((text) => text !== undefined);
  if (consequence !== undefined) return { ...fault, ...rest, message: `${fault.message}: ${consequence}` };
  const note = first.finding?.data?.note ?? first.message;
  const more = items.length === 1 ? '' : phrase`\n(and ${items.length - 1} more of the mail hosts below it)`;
  return {
    ...fault,
    ...rest,
    message: `${fault.message}: ${note}${more}`,
    related: [...fault.related, ...first.related],
  };
}
