import { isForeignLabel } from '../../dns/foreign-name.ts';
import { lookAlikeOf } from '../../dns/look-alikes.ts';
import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { decodePunycode } from '../../dns/punycode.ts';
import type { RuleContext } from '../rule.ts';

/** A name, or one above it, that people take for another one, which is held. */
export interface TakenFor {
  /** The name with the letter of another script in its first label. */
  readonly name: NameId;
  readonly held: NameId;
  readonly letter: string;
  readonly seenAs: string;
}

/**
 * The held name that a name is taken for: all letters of a label that are not ASCII look like ASCII ones. What stands at
 * and above `apex` is looked like on purpose: it is held itself. Each name that it might be taken for is watched.
 */
export function takenFor(ctx: RuleContext, name: NameId, apex: NameId): TakenFor | undefined {
  const { names } = ctx.store;
  const chain: NameId[] = [];
  for (let node = name; node > ROOT && node !== apex; node = names.parent(node)) chain.unshift(node);
  let seen = apex > ROOT && chain.length < names.depth(name) ? apex : ROOT;
  for (const node of chain) {
    const label = names.label(node);
    const alike = isForeignLabel(label) ? lookAlikeOf(textOf(label)) : undefined;
    seen = alike ? names.childText(seen, alike.text) : childOf(ctx, seen, node);
    if (seen === NO_NAME) return undefined;
    if (!alike) continue;
    ctx.watch(seen);
    if (ctx.held.view.zones.has(seen) || ctx.held.recordsAt(seen).length > 0)
      return { name: node, held: seen, letter: alike.letter, seenAs: alike.seenAs };
  }
  return undefined;
}

function childOf({ store: { names } }: RuleContext, parent: NameId, like: NameId): NameId {
  const label = names.label(like).slice();
  return names.child(parent, label, 0, label.length);
}

/** A label as people read it where it is shown in its own script. */
function textOf(label: Uint8Array): string {
  const text = String.fromCharCode(...label);
  if (text.startsWith('xn--')) return decodePunycode(text.slice(4)) ?? text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(label);
  } catch {
    return text;
  }
}
