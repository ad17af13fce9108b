import type { Shown, ShownRelated } from '../report/shown.ts';
import type { Severity } from '../rules/rule.ts';

/** A finding as the command line reports it: paths from the working directory. */
export interface Reported {
  readonly shown: Shown;
  readonly path: string;
  readonly related: readonly ShownRelated[];
  /** Its other side, where only that lies in a file that was asked about; `related` has it too. */
  readonly otherSide?: ShownRelated;
  /** Gives the line on which it begins. */
  readonly lineText: () => string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

export interface Summary {
  /** Zone files that were asked about, with findings or without. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

export function summaryOf(reported: readonly Reported[], files: number): Summary {
  const count = (severity: Severity): number => reported.filter(({ shown }) => shown.severity === severity).length;
  return {
    files,
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
  };
}
