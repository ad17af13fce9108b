import type { Severity } from '../rules/rule.ts';
import { jsonText } from '../text/printable.ts';
import type { Reported } from './reported.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** The findings as a code quality report of GitLab: an array of issues, each with a fingerprint of its own. */
export function formatGitlab(reported: readonly Reported[]): string {
  const issues = reported.map(({ shown, path, otherSide, fingerprint }) => ({
    description: otherSide
      ? `${shown.message} (other side: ${otherSide.path}:${otherSide.range.start.line + 1})`
      : shown.message,
    check_name: shown.rule,
    fingerprint,
    severity: SEVERITIES[shown.severity],
    location: { path, lines: { begin: shown.range.start.line + 1, end: shown.range.end.line + 1 } },
  }));
  return `${jsonText(issues)}\n`;
}
