import { ruleOf } from '../rules/registry.ts';
import { jsonText } from '../text/printable.ts';
import { formatSummary } from './format-text.ts';
import type { Reported, Summary } from './reported.ts';

interface RuleCount {
  readonly rule: string;
  readonly count: number;
}

/** How many findings each rule has, the most first: a line each, with what the rule reports. */
export function statisticsText(reported: readonly Reported[], summary: Summary): string {
  const counts = countsOf(reported);
  const width = String(counts[0]?.count ?? 0).length;
  const idWidth = Math.max(0, ...counts.map(({ rule }) => rule.length));
  const lines = counts.map(({ rule, count }) =>
    `${String(count).padStart(width)}  ${rule.padEnd(idWidth)}  ${ruleOf(rule)?.summary ?? ''}`.trimEnd(),
  );
  return `${lines.map((line) => `${line}\n`).join('')}${formatSummary(summary)}`;
}

/** The same as JSON. */
export function statisticsJson(reported: readonly Reported[], summary: Summary): string {
  return `${jsonText({ statistics: countsOf(reported), summary })}\n`;
}

function countsOf(reported: readonly Reported[]): RuleCount[] {
  const counts = new Map<string, number>();
  for (const { shown } of reported) counts.set(shown.rule, (counts.get(shown.rule) ?? 0) + 1);
  return [...counts]
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}
