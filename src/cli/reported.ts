import type { Shown, ShownRelated } from '../report/shown.ts';
import type { Severity } from '../rules/rule.ts';
import type { TextEdit } from '../text/document.ts';
import type { Asked } from './asked-about.ts';

/** How a finding may be fixed. */
export interface ReportedFix {
  readonly title: string;
  readonly safe: boolean;
  /** What it changes, by file; paths as findings have them. */
  readonly edits: readonly { readonly path: string; readonly edits: readonly TextEdit[] }[];
}

/** A finding as the command line reports it: paths from the working directory, or from the root of the repository. */
export interface Reported {
  readonly shown: Shown;
  readonly path: string;
  readonly related: readonly ShownRelated[];
  /** Its other side, where only that lies in a file that was asked about; `related` has it too. */
  readonly otherSide: ShownRelated | undefined;
  /** Gives the line on which it begins. */
  lineText(): string;
  readonly fixes: readonly ReportedFix[];
  /** What stays the same while lines move; no two findings of a check have the same. Worked out when it is asked for. */
  readonly fingerprint: string;
  /** The same of each name that it tells of together with others, or may. */
  readonly members: readonly string[];
}

/** What all findings of a check are reported with. */
interface Reporting {
  readonly label: (path: string) => string;
  readonly lineOf: (shown: Shown) => string;
  readonly fixesOf: (shown: Shown) => readonly ReportedFix[];
  readonly fingerprintAt: (index: number) => string;
  readonly membersAt: (index: number) => readonly string[];
}

/** One of what may be a million: nothing is made of it but what is asked for. */
export class ReportedFinding implements Reported {
  readonly shown: Shown;
  readonly path: string;
  readonly #otherSide: ShownRelated | undefined;
  readonly #index: number;
  readonly #reporting: Reporting;

  constructor({ shown, otherSide }: Asked, index: number, reporting: Reporting) {
    this.shown = shown;
    this.path = reporting.label(shown.path);
    this.#otherSide = otherSide;
    this.#index = index;
    this.#reporting = reporting;
  }

  get related(): readonly ShownRelated[] {
    return this.shown.related.map((item) => this.#labelled(item));
  }

  get otherSide(): ShownRelated | undefined {
    return this.#otherSide && this.#labelled(this.#otherSide);
  }

  get fixes(): readonly ReportedFix[] {
    return this.#reporting.fixesOf(this.shown);
  }

  get fingerprint(): string {
    return this.#reporting.fingerprintAt(this.#index);
  }

  get members(): readonly string[] {
    return this.#reporting.membersAt(this.#index);
  }

  lineText(): string {
    return this.#reporting.lineOf(this.shown);
  }

  #labelled(item: ShownRelated): ShownRelated {
    return { ...item, path: this.#reporting.label(item.path) };
  }
}

/** How much was found, by severity. */
export interface Summary {
  /** Zone files that were asked about, with findings or without. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  /** Those that the baseline has, and that are not shown; absent without one. */
  readonly known?: number;
}

/** Counts what was found in so many files. */
export function summaryOf(reported: readonly Reported[], files: number): Summary {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { shown } of reported) counts[shown.severity]++;
  return { files, errors: counts.error, warnings: counts.warning, information: counts.information, hints: counts.hint };
}
