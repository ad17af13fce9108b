import { counted, laterPhrase, noun, phrase, translated } from '../language/phrase.ts';
import { isFault, type LiveResult, type Verdict, verdicts } from './result.ts';

/** How many addresses got each verdict. */
export type LiveSummary = Readonly<Record<Verdict, number>> & { readonly addresses: number };

/** Counts results one by one, so that none need be kept. */
export class LiveCount {
  readonly #counts = new Map<Verdict, number>();
  #addresses = 0;

  add({ verdict }: LiveResult): void {
    this.#addresses++;
    this.#counts.set(verdict, (this.#counts.get(verdict) ?? 0) + 1);
  }

  get summary(): LiveSummary {
    const of = (verdict: Verdict): number => this.#counts.get(verdict) ?? 0;
    return {
      addresses: this.#addresses,
      confirmed: of('confirmed'),
      missing: of('missing'),
      'not-confirmed': of('not-confirmed'),
      generic: of('generic'),
      several: of('several'),
      disagree: of('disagree'),
      unknown: of('unknown'),
    };
  }

  /** `faults`: something is wrong; `unknown`: nothing worse than not to know; `fine`: all are confirmed. */
  get outcome(): 'fine' | 'unknown' | 'faults' {
    if ([...this.#counts.keys()].some(isFault)) return 'faults';
    return this.#counts.has('unknown') ? 'unknown' : 'fine';
  }
}

/** `3 confirmed, 1 missing of 4 addresses`. */
export function summaryText(summary: LiveSummary): string {
  const parts = verdicts.flatMap((verdict) =>
    summary[verdict] > 0 ? [`${summary[verdict]} ${translated(WORDS[verdict])}`] : [],
  );
  const of = counted(summary.addresses, noun`address/addresses`);
  return parts.length === 0 ? phrase`No addresses` : phrase`${parts.join(', ')} of ${of}`;
}

/** A verdict as people read it. */
export const WORDS: Readonly<Record<Verdict, string>> = {
  confirmed: laterPhrase`confirmed`,
  missing: laterPhrase`missing`,
  'not-confirmed': laterPhrase`not confirmed`,
  generic: laterPhrase`generic`,
  several: laterPhrase`with several names`,
  disagree: laterPhrase`where servers disagree`,
  unknown: laterPhrase`unknown`,
};
