import type { Severity } from '../rules/rule.ts';
import { printed } from './printed.ts';
import type { Reported } from './reported.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** A finding as a workflow command of GitHub Actions, which makes an annotation of it. */
export function formatGithub({ shown, path, otherSide }: Reported): string {
  const { start, end } = shown.range;
  const properties: [string, string | number][] = [
    ['file', path],
    ['line', start.line + 1],
    ['endLine', end.line + 1],
  ];
  // GitHub takes columns only of a range on one line.
  if (start.line === end.line)
    properties.push(['col', start.character + 1], ['endColumn', Math.max(end.character, start.character + 1)]);
  properties.push(['title', shown.rule]);
  const shownProperties = properties
    .map(([name, value]) => `${name}=${escapeProperty(printed(String(value), '\n\r'))}`)
    .join(',');
  // The annotation stands in a file that may be none of those that were changed.
  const about = otherSide ? `\n${otherSide.path}:${otherSide.range.start.line + 1} is the other side` : '';
  return `::${COMMANDS[shown.severity]} ${shownProperties}::${escapeData(printed(shown.message + about, '\n'))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
