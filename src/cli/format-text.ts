import type { Shown } from '../report/shown.ts';
import type { Severity } from '../rules/rule.ts';
import type { Position, Range } from '../text/block.ts';
import { printed } from './printed.ts';
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

/**
 * Makes text for people of one finding after the other: place, severity, rule and message, the line with the fault underlined,
 * other places. Of what is found at the place of the finding before, the place and the line are not made again.
 */
export function textFormat(hasColors: boolean): (reported: Reported) => string {
  const paint = (text: string, color: string): string => (hasColors ? `\u001b[${color}m${text}\u001b[0m` : text);
  let last: { readonly shown: Shown; readonly place: string; readonly excerpt: string } | undefined;
  const placed = (reported: Reported): { readonly place: string; readonly excerpt: string } => {
    const { shown } = reported;
    const { range, severity } = shown;
    if (last?.shown.range === range && last.shown.path === shown.path && last.shown.severity === severity) return last;
    const place = paint(placeText(reported.path, range), '1');
    const line = reported.lineText();
    const underlined = (carets: string): string => paint(carets, SEVERITY_COLORS[severity]);
    last = { shown, place, excerpt: line.trim() === '' ? '' : excerpt(shown, line, underlined) };
    return last;
  };
  return (reported) => {
    const { rule, severity, message } = reported.shown;
    const { place, excerpt } = placed(reported);
    const first = message.includes('\n') ? message.slice(0, message.indexOf('\n')) : message;
    const head = `: ${paint(severity, `1;${SEVERITY_COLORS[severity]}`)} ${paint(rule, '2')}: `;
    let text = `${place}${head}${printed(first)}\n${excerpt}`;
    if (first !== message) for (const detail of message.split('\n').slice(1)) text += `      ${printed(detail)}\n`;
    for (const related of reported.related)
      text += `      ${paint(placeText(related.path, related.range), '2')}: ${printed(related.message)}\n`;
    return text;
  };
}

function placeText(path: string, { start }: Range): string {
  return `${printed(path)}:${start.line + 1}:${start.character + 1}`;
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
  const text = `${from > 0 ? '...' : ''}${printed(lineText.slice(from, to), '\t')}${to < lineText.length ? '...' : ''}`;
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
