import { counted, noun } from '../language/phrase.ts';
import { memberFingerprint } from './fingerprint.ts';
import { givenPath } from './paths.ts';
import type { Reported } from './reported.ts';
import { sayProblem } from './say.ts';
import { EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';

/** A finding as a baseline keeps it; only the fingerprint counts, the rest is for who reads the file. */
interface KnownFinding {
  readonly rule: string;
  readonly file: string;
  readonly message: string;
  readonly fingerprint: string;
}

const VERSION = 1;

/**
 * The findings that are known already, and pass.
 *
 * Invariant: `unmet` is how many of them the last look did not meet.
 */
export class KnownFindings {
  readonly #fingerprints: ReadonlySet<string>;
  #unmet = 0;

  constructor(fingerprints: readonly string[]) {
    this.#fingerprints = new Set(fingerprints);
  }

  get unmet(): number {
    return this.#unmet;
  }

  /** Whether what a rule finds at a name of a view is among them; undefined where nothing is. */
  get isKnown(): ((rule: string, view: string, name: string) => boolean) | undefined {
    if (this.#fingerprints.size === 0) return undefined;
    return (rule, view, name) => this.#fingerprints.has(memberFingerprint(rule, view, name));
  }

  /** The findings that are new, and how many are known. */
  fresh(reported: readonly Reported[]): { readonly fresh: readonly Reported[]; readonly passed: number } {
    if (this.#fingerprints.size === 0) return { fresh: reported, passed: 0 };
    const met = new Set<string>();
    const isKnown = (fingerprint: string): boolean => {
      if (!this.#fingerprints.has(fingerprint)) return false;
      met.add(fingerprint);
      return true;
    };
    // One that tells of several passes where all of them are known.
    const fresh = reported.filter(({ fingerprint, members }) => {
      const known = members.filter(isKnown);
      return !isKnown(fingerprint) && (members.length === 0 || known.length < members.length);
    });
    this.#unmet = this.#fingerprints.size - met.size;
    return { fresh, passed: reported.length - fresh.length };
  }
}

/** Reads a baseline; why it can't be read. */
export async function readKnownFindings(
  file: string,
  around: Surroundings,
): Promise<KnownFindings | { readonly problem: string }> {
  const content = await around.files.read(givenPath(file, around));
  if (content.kind !== 'bytes') {
    const advice = content.problem === 'missing' ? '; --write-baseline makes it' : '';
    return { problem: `${file}: ${content.message}${advice}` };
  }
  const fingerprints = fingerprintsOf(new TextDecoder().decode(content.bytes));
  return fingerprints ? new KnownFindings(fingerprints) : { problem: `${file}: this is no baseline of zonewright` };
}

function fingerprintsOf(text: string): string[] | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null || !('version' in read) || read.version !== VERSION) return undefined;
  if (!('findings' in read) || !Array.isArray(read.findings)) return undefined;
  const fingerprints = read.findings.map((one: unknown) =>
    typeof one === 'object' && one !== null && 'fingerprint' in one ? one.fingerprint : undefined,
  );
  return fingerprints.every((one) => typeof one === 'string') ? fingerprints : undefined;
}

/** Writes all findings to a baseline, and gives the exit status. */
export async function writeKnownFindings(
  file: string,
  reported: readonly Reported[],
  around: Surroundings,
): Promise<number> {
  const findings = reported
    .flatMap(({ shown: { rule, message }, path, fingerprint, members }): KnownFinding[] => {
      const known = members.length > 0 ? members : [fingerprint];
      return known.map((one) => ({ rule, file: path, message, fingerprint: one }));
    })
    .sort((a, b) => compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint));
  const text = `${JSON.stringify({ version: VERSION, findings }, undefined, 2)}\n`;
  const problem = await around.saveFile?.(givenPath(file, around), new TextEncoder().encode(text));
  if (problem !== undefined) {
    sayProblem(`${file}: ${problem}`, around);
    return EXIT_TROUBLE;
  }
  around.complain(`${file}: ${counted(reported.length, noun`finding`)}`);
  return EXIT_FINE;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
