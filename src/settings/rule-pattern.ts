import { registry } from '../rules/registry.ts';
import type { Level } from '../rules/rule.ts';

/** Whether a key of `rules` stands for several rules: `ptr-*`. */
export function isRulePattern(key: string): boolean {
  return key.includes('*');
}

/** The ids of the rules that a pattern stands for; an asterisk stands for any letters, none among them. */
export function rulesOfPattern(pattern: string): string[] {
  return registry.flatMap(({ id }) => (fits(id, pattern.split('*')) ? [id] : []));
}

/**
 * The severities of rules by their ids. Of one place the key that is an id wins over patterns, and of patterns the one
 * with more letters; what a later place says wins over all of those before.
 */
export function severitiesOf(places: readonly ReadonlyMap<string, Level>[]): Record<string, Level> {
  const severities: Record<string, Level> = {};
  for (const place of places) {
    const patterns = [...place.keys()].filter(isRulePattern).sort((a, b) => a.length - b.length);
    for (const pattern of patterns)
      for (const id of rulesOfPattern(pattern)) severities[id] = place.get(pattern) ?? 'off';
    for (const [key, level] of place) if (!isRulePattern(key)) severities[key] = level;
  }
  return severities;
}

/** Whether a text is made of parts in their order, the first and the last at its ends. */
function fits(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
