import type { Range } from '../text/block.ts';
import { jsonText } from '../text/printable.ts';
import type { Reported, Summary } from './reported.ts';

/** All findings as one JSON object; lines and columns count from one, columns in UTF-16 units. */
export function formatJson(reported: readonly Reported[], summary: Summary): string {
  const findings = reported.map(({ shown, path, related, fixes }) => ({
    rule: shown.rule,
    severity: shown.severity,
    message: shown.message,
    file: path,
    range: oneBased(shown.range),
    related: related.map((item) => ({ file: item.path, range: oneBased(item.range), message: item.message })),
    fixes: fixes.map(({ title, safe }) => ({ title, safe })),
  }));
  return `${jsonText({ findings, summary })}\n`;
}

function oneBased({ start, end }: Range): Record<'start' | 'end', { line: number; column: number }> {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
