import { ruleOf } from '../rules/registry.ts';
import type { CheckCommand } from './check-command.ts';
import { formatConcise } from './format-concise.ts';
import { formatGithub } from './format-github.ts';
import { formatGitlab } from './format-gitlab.ts';
import { formatJson } from './format-json.ts';
import { formatJunit } from './format-junit.ts';
import { formatSarif, type SarifRule } from './format-sarif.ts';
import { formatSummary, textFormat } from './format-text.ts';
import type { Reported, Summary } from './reported.ts';
import { statisticsJson, statisticsText } from './statistics.ts';
import type { Surroundings } from './surroundings.ts';

/** What a check came to. */
export interface Results {
  readonly reported: readonly Reported[];
  readonly summary: Summary;
  readonly problems: readonly string[];
}

/** Prints the findings in the format that is asked for. */
export async function printResults(command: CheckCommand, results: Results, around: Surroundings): Promise<void> {
  const { reported, summary, problems } = results;
  const { format, quiet, statistics } = command;
  if (statistics)
    return around.print(format === 'json' ? statisticsJson(reported, summary) : statisticsText(reported, summary));
  switch (format) {
    case 'text':
      await printEach(reported, textFormat(around.hasColors), around);
      return quiet ? undefined : around.print(formatSummary(summary));
    case 'concise':
      return printEach(reported, (item) => formatConcise(item, around.hasColors), around);
    case 'github':
      return printEach(reported, formatGithub, around);
    case 'gitlab':
      return around.print(formatGitlab(reported));
    case 'junit':
      return around.print(formatJunit(reported, problems));
    case 'json':
      return around.print(formatJson(reported, summary));
    case 'sarif': {
      const rules = await sarifRules(reported, around);
      return around.print(formatSarif(reported, rules, { version: around.version, problems }));
    }
  }
}

const CHUNK = 65_536;

async function printEach(
  reported: readonly Reported[],
  format: (item: Reported) => string,
  around: Surroundings,
): Promise<void> {
  let chunk = '';
  for (const item of reported) {
    chunk += format(item);
    if (chunk.length < CHUNK) continue;
    await around.print(chunk);
    chunk = '';
  }
  if (chunk !== '') await around.print(chunk);
}

/** The rules that have findings, in the order of their ids. */
async function sarifRules(reported: readonly Reported[], around: Surroundings): Promise<readonly SarifRule[]> {
  const ids = [...new Set(reported.map((item) => item.shown.rule))].sort();
  return Promise.all(
    ids.map(async (id) => {
      const rule = ruleOf(id);
      const page = await around.rulePage(id);
      return { id, summary: rule?.summary ?? id, severity: rule?.severity ?? 'error', page };
    }),
  );
}
