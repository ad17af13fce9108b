import { registry } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';

/** The rule with an id; undefined where none has it. What the report asks of a rule is its metadata (`Showing`). */
export function knownRule(id: string): Rule | undefined {
  return RULES.get(id);
}

/** The ids of all rules, in the order of precedence. */
export function ruleIds(): Iterable<string> {
  return RULES.keys();
}

const RULES: ReadonlyMap<string, Rule> = new Map(registry.map((rule) => [rule.id, rule]));
