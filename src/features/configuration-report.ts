import type { ConfigurationProblem } from '../config/map-problems.ts';
import type { Severity } from '../rules/rule.ts';
import type { Range } from '../text/block.ts';
import type { FeatureContext } from './context.ts';
import { rangeIn } from './definition.ts';
import type { ShownRelated } from './report.ts';

/** A mistake in a server's configuration, as people see it. */
export interface ConfigurationFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly ShownRelated[];
}

const SEVERITIES: Readonly<Record<ConfigurationProblem['kind'], Severity>> = {
  syntax: 'warning',
  'include-loop': 'error',
  'file-missing': 'warning',
  'zone-duplicate': 'error',
  'file-shared': 'information',
};

/** What is wrong with a configuration file; nothing for other files. */
export function configurationFindings(ctx: FeatureContext, path: string): ConfigurationFinding[] {
  const text = ctx.project.configurationText(path);
  if (text === undefined) return [];
  return ctx.project.zoneMap.problems
    .filter((problem) => problem.path === path)
    .map(({ kind, message, range, related }) => ({
      code: `configuration-${kind}`,
      severity: SEVERITIES[kind],
      message,
      range: rangeIn(text, range),
      related: related.flatMap((note) => {
        const other = ctx.project.configurationText(note.path);
        return other === undefined
          ? []
          : [{ path: note.path, range: rangeIn(other, note.range), message: note.message }];
      }),
    }));
}

/** The configuration files that something is wrong with. */
export function configurationsWithFindings(ctx: FeatureContext): Set<string> {
  return new Set(ctx.project.zoneMap.problems.map(({ path }) => path));
}
