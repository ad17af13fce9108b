import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { nameBelow } from '../../dns/substituted.ts';
import { phrase, translated } from '../../language/phrase.ts';
import type { NameRule, RuleContext } from '../rule.ts';
import { isAskedByAlias } from './asked-by-alias.ts';
import { stretchAt, textsAt } from './mail-text.ts';
import { shown } from './pairing.ts';

/** What a kind of text is called, how it is told, and where it has its place. */
export interface PlacedText {
  readonly kind: string;
  readonly isOne: (text: string) => boolean;
  readonly isAtPlace: (ctx: RuleContext, name: NameId) => boolean;
  /** The labels of its place below a domain. */
  readonly labels: readonly string[];
}

/** Tells texts that stand where nobody asks for them. */
export function checkPlace(placed: PlacedText): NameRule['check'] {
  return (name, records, ctx, report) => {
    if (placed.isAtPlace(ctx, name) || isAskedByAlias(name, ctx)) return;
    for (const text of textsAt(records, ctx)) {
      if (!placed.isOne(text.joined.text)) continue;
      const place = placeFor(name, placed, ctx);
      const where = place === NO_NAME ? placed.labels.join('.') : shown(ctx, place);
      report({
        at: stretchAt(text, 0, text.joined.text.length),
        message: phrase`Nobody asks for ${translated(placed.kind)} at ${shown(ctx, name)}: its place is ${where}`,
        ...(place === NO_NAME ? {} : { data: { meant: ctx.held.text(place) } }),
      });
    }
  };
}

/** The place below the domain that was meant: labels like those of the place are not the domain's, nor is any that begins with "_". */
export function placeFor(name: NameId, { labels }: PlacedText, ctx: RuleContext): NameId {
  const { names } = ctx.store;
  if (labels.length === 0) return NO_NAME;
  const plain = (label: string): string => label.replace(/[^a-z]/g, '');
  const wanted = new Set(labels.map(plain));
  const isOfPlace = (label: string): boolean => label === '*' || label.startsWith('_') || wanted.has(plain(label));
  let domain = name;
  while (domain > 0 && isOfPlace(names.labelText(domain))) domain = names.parent(domain);
  return domain > 0 ? nameBelow(names, domain, labels) : NO_NAME;
}
