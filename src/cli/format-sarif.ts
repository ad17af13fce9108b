import type { Level, Severity } from '../rules/rule.ts';
import type { Range } from '../text/block.ts';
import { jsonText } from '../text/printable.ts';
import type { Reported, ReportedFix } from './reported.ts';

/** A rule as SARIF describes it. */
export interface SarifRule {
  readonly id: string;
  readonly summary: string;
  readonly severity: Level;
  /** Its page in Markdown. */
  readonly page: string | undefined;
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The findings as a SARIF 2.1.0 log (OASIS), with uris from the root of the repository, or from the working directory. */
export function formatSarif(
  reported: readonly Reported[],
  rules: readonly SarifRule[],
  tool: { readonly version: string; readonly problems: readonly string[] },
): string {
  const indices = new Map(rules.map((rule, index) => [rule.id, index]));
  const run = {
    tool: { driver: { name: 'Zonewright', version: tool.version, rules: rules.map(descriptor) } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: tool.problems.length === 0,
        toolExecutionNotifications: tool.problems.map((text) => ({ level: 'error', message: { text } })),
      },
    ],
    results: reported.map((item) => resultOf(item, indices.get(item.shown.rule))),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${jsonText(log)}\n`;
}

function descriptor({ id, summary, severity, page }: SarifRule): unknown {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: fullDescription(page) ?? summary },
    help: { text: page ?? summary, markdown: page ?? summary },
    properties: { tags: ['dns'], precision: 'high', 'problem.severity': PROBLEM_LEVELS[severity] },
    defaultConfiguration: {
      enabled: severity !== 'off',
      level: severity === 'off' ? 'note' : LEVELS[severity],
    },
  };
}

const PROBLEM_LEVELS: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'recommendation',
  hint: 'recommendation',
  off: 'recommendation',
};

/** GitHub cuts longer ones. */
const LONGEST_DESCRIPTION = 1000;

/** What the page of a rule says below its heading and the line with its severity: the first paragraph, as plain text. */
function fullDescription(page: string | undefined): string | undefined {
  const paragraph = page
    ?.split(/\n{2,}/)[2]
    ?.replace(/\s+/g, ' ')
    .replaceAll('`', '')
    .trim();
  if (paragraph === undefined || paragraph === '' || paragraph.startsWith('#')) return undefined;
  if (paragraph.length <= LONGEST_DESCRIPTION) return paragraph;
  return paragraph.slice(0, paragraph.lastIndexOf('. ', LONGEST_DESCRIPTION - 1) + 1) || undefined;
}

function resultOf({ shown, path, related, fixes, fingerprint }: Reported, ruleIndex: number | undefined): unknown {
  return {
    ruleId: shown.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[shown.severity],
    message: { text: shown.message },
    locations: [{ physicalLocation: physicalLocation(path, shown.range) }],
    partialFingerprints: { 'zonewright/v1': fingerprint },
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fixOf) }),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((item, index) => ({
            id: index + 1,
            message: { text: item.message },
            physicalLocation: physicalLocation(item.path, item.range),
          })),
        }),
  };
}

function fixOf({ title, safe, edits }: ReportedFix): unknown {
  return {
    description: { text: title },
    artifactChanges: edits.map((file) => ({
      artifactLocation: { uri: uriOf(file.path) },
      replacements: file.edits.map(({ range, text }) => ({
        deletedRegion: regionOf(range),
        ...(text === '' ? {} : { insertedContent: { text } }),
      })),
    })),
    properties: { safe },
  };
}

function physicalLocation(path: string, range: Range): unknown {
  return { artifactLocation: { uri: uriOf(path) }, region: regionOf(range) };
}

function regionOf({ start, end }: Range): unknown {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A relative reference (RFC 3986 section 4.2); its first segment must have no colon. */
function uriOf(path: string): string {
  const isDrive = /^[A-Za-z]:\//.test(path);
  const encoded = path
    .split('/')
    .map((segment, index) => (isDrive && index === 0 ? segment : encodeURIComponent(segment)))
    .join('/');
  if (isDrive) return `file:///${encoded}`;
  if (path.startsWith('//')) return `file:${encoded}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
