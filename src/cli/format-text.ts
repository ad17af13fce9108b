import type { Shown } from '../report/shown.ts';
import type { Severity } from '../rules/rule.ts';
import type { Position } from '../text/block.ts';
import { printable } from '../text/printable.ts';
import type { Reported, Summary } from './reported.ts';

/** How much of a line is shown on each side of the fault. */
const LINE_WIDTH = 160;

/** The colours of severities, as SGR parameters. */
export const SEVERITY_COLORS: Readonly<Record<Severity, string>> = {
  error: '31',
  warning: '33',
  information: '36',
  hint: '90',
};

/** Findings for people: place, severity, rule and message, the line with the fault underlined, other places. */
export function formatText(reported: Reported, hasColors: boolean): string {
  const paint = (text: string, color: string): string => (hasColors ? `\u001b[${color}m${text}\u001b[0m` : text);
  const { shown, path } = reported;
  const { start } = shown.range;
  const severity = paint(shown.severity, `1;${SEVERITY_COLORS[shown.severity]}`);
  const place = paint(`${printable(path)}:${start.line + 1}:${start.character + 1}`, '1');
  const [message = '', ...details] = shown.message.split('\n');
  let text = `${place}: ${severity} ${paint(shown.rule, '2')}: ${printable(message)}\n`;
  const line = reported.lineText();
  if (line.trim() !== '') text += excerpt(shown, line, (carets) => paint(carets, SEVERITY_COLORS[shown.severity]));
  for (const detail of details) text += `      ${withoutCommand(printable(detail))}\n`;
  for (const related of reported.related) {
    const at = `${printable(related.path)}:${related.range.start.line + 1}:${related.range.start.character + 1}`;
    text += `      ${paint(at, '2')}: ${printable(related.message)}\n`;
  }
  return text;
}

/** The last line: how many there are. */
export function formatSummary(summary: Summary): string {
  const counts = [
    counted(summary.errors, 'error'),
    counted(summary.warnings, 'warning'),
    counted(summary.information, 'information', 'information'),
    counted(summary.hints, 'hint'),
  ].filter((text) => text !== '');
  const known = summary.known === undefined || summary.known === 0 ? '' : `, and ${summary.known} of the baseline`;
  if (summary.files > 0) return `${counts.join(', ') || 'No findings'} in ${fileCount(summary.files)}${known}\n`;
  const none = counts.length === 0 ? 'No zone file was checked' : `${counts.join(', ')}, no zone file was checked`;
  return `${none}${known}\n`;
}

function counted(count: number, word: string, plural = `${word}s`): string {
  return count === 0 ? '' : `${count} ${count === 1 ? word : plural}`;
}

function fileCount(files: number): string {
  return `${files} zone file${files === 1 ? '' : 's'}`;
}

/** The line of the text and one with carets under the range; a long line is cut around it. */
function excerpt(shown: Shown, lineText: string, paint: (carets: string) => string): string {
  const { start, end } = shown.range;
  const last = endOnLine(start, end, lineText.length);
  const from = start.character > LINE_WIDTH / 2 ? start.character - LINE_WIDTH / 2 : 0;
  const to = Math.min(lineText.length, from + LINE_WIDTH);
  const text = `${from > 0 ? '...' : ''}${printable(lineText.slice(from, to), '\t')}${to < lineText.length ? '...' : ''}`;
  // Tabs stand under tabs, so that the carets stand under the words however wide tabs are.
  const before = lineText.slice(from, start.character);
  const blanks = before.includes('\t') ? before.replace(/[^\t]/g, ' ') : ' '.repeat(before.length);
  const number = String(start.line + 1).padStart(5);
  const carets = '^'.repeat(Math.max(1, Math.min(last, to) - start.character));
  return `${number} | ${text}\n${paint(`      | ${from > 0 ? '   ' : ''}${blanks}${carets}`)}\n`;
}

function endOnLine(start: Position, end: Position, lineLength: number): number {
  return end.line > start.line ? lineLength : end.character;
}

/** GitHub takes a line that begins with two colons, blanks aside, for a command. */
function withoutCommand(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\\:');
}
