import { SEVERITY_COLORS } from './format-text.ts';
import { printed } from './printed.ts';
import type { Reported } from './reported.ts';

/** A finding on one line: place, severity, rule, message. */
export function formatConcise({ shown, path }: Reported, hasColors: boolean): string {
  const { start } = shown.range;
  const severity = hasColors
    ? `\u001b[1;${SEVERITY_COLORS[shown.severity]}m${shown.severity}\u001b[0m`
    : shown.severity;
  const message = printed(shown.message.replaceAll('\n', ' '));
  return `${printed(path)}:${start.line + 1}:${start.character + 1}: ${severity} ${shown.rule}: ${message}\n`;
}
