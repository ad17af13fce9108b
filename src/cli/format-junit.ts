import { printed } from './printed.ts';
import type { Reported } from './reported.ts';

/**
 * The findings as a JUnit report: a suite for each file with findings, a failed case for each error or warning, a passed
 * one with the message for what is less. Without any finding there is one case, which passed: no test at all would look
 * like a check that did not run.
 */
export function formatJunit(reported: readonly Reported[], problems: readonly string[]): string {
  const files = new Map<string, Reported[]>();
  for (const item of reported) {
    const known = files.get(item.path);
    if (known) known.push(item);
    else files.set(item.path, [item]);
  }
  const suites = [...files].map(([path, found]) => suite(path, found.map(caseOf), found.filter(isFailure).length));
  if (problems.length > 0) suites.push(problemSuite(problems));
  if (suites.length === 0)
    suites.push(suite('zonewright', ['    <testcase classname="zonewright" name="zone files"/>'], 0));
  const tests = Math.max(1, reported.length + problems.length);
  const failures = reported.filter(isFailure).length;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="zonewright" tests="${tests}" failures="${failures}" errors="${problems.length}">
${suites.join('\n')}
</testsuites>
`;
}

function isFailure({ shown }: Reported): boolean {
  return shown.severity === 'error' || shown.severity === 'warning';
}

function suite(name: string, cases: readonly string[], failures: number): string {
  return `  <testsuite name="${escaped(name)}" tests="${cases.length}" failures="${failures}" errors="0">
${cases.join('\n')}
  </testsuite>`;
}

function caseOf(item: Reported): string {
  const { shown, path } = item;
  const { line, character } = shown.range.start;
  const place = `${path}:${line + 1}:${character + 1}`;
  const head = `    <testcase classname="${escaped(path)}" name="${escaped(`${shown.rule} ${line + 1}:${character + 1}`)}" file="${escaped(path)}" line="${line + 1}">`;
  const body = isFailure(item)
    ? `<failure type="${escaped(shown.rule)}" message="${escaped(shown.message)}">${escaped(`${place}: ${shown.severity} ${shown.rule}: ${shown.message}`)}</failure>`
    : `<system-out>${escaped(`${place}: ${shown.severity} ${shown.rule}: ${shown.message}`)}</system-out>`;
  return `${head}\n      ${body}\n    </testcase>`;
}

function problemSuite(problems: readonly string[]): string {
  const cases = problems.map(
    (problem, index) =>
      `    <testcase classname="zonewright" name="could not be read ${index + 1}">\n      <error message="${escaped(problem)}"/>\n    </testcase>`,
  );
  return `  <testsuite name="zonewright" tests="${cases.length}" failures="0" errors="${cases.length}">
${cases.join('\n')}
  </testsuite>`;
}

/** Text for XML 1.0, which has no room for control characters and halves of characters at all. */
function escaped(text: string): string {
  return printed(text.replace(/\p{Cs}|[\ufffe\uffff]/gu, '\ufffd'), '\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
