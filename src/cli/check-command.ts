import type { ColorWhen } from './colors.ts';

/** What `check` prints its findings as. */
export const formats = ['text', 'concise', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;
/** A format that `check` prints. */
export type Format = (typeof formats)[number];

/** From which severity on a run fails (`--fail-on`). */
export const failLevels = ['error', 'warning', 'none'] as const;
/** One of `failLevels`. */
export type FailLevel = (typeof failLevels)[number];

/** Which rules are asked about. */
export interface RuleChoice {
  /** Only these; all where there is none. */
  readonly rules: readonly string[];
  /** None of these. */
  readonly ignored: readonly string[];
}

/** What `check` is asked. */
export interface CheckCommand extends RuleChoice {
  readonly kind: 'check';
  readonly format: Format;
  readonly failOn: FailLevel;
  readonly config: string | undefined;
  /** The zone of the one file that is checked. */
  readonly origin: string | undefined;
  /** Globs of files that nothing is said of. */
  readonly excluded: readonly string[];
  /** The file with the findings that are known. */
  readonly baseline: string | undefined;
  /** Writes what there is to the baseline. */
  readonly writesBaseline: boolean;
  /** Only files that are others than in this revision. */
  readonly changedSince: string | undefined;
  /** The file that standard input is the text of. */
  readonly stdinFilename: string | undefined;
  readonly color: ColorWhen;
  readonly outputFile: string | undefined;
  /** Findings and nothing else. */
  readonly quiet: boolean;
  /** Counts by rule in the place of findings. */
  readonly statistics: boolean;
  readonly watch: boolean;
  /** Verifies the signatures of signed zones. */
  readonly verify: boolean;
  /** Says on standard error which findings are not shown, and why. */
  readonly trace: boolean;
  readonly paths: readonly string[];
}
