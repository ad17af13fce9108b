import type { ServerWord } from './look.ts';
import type { LookStatus } from './reply.ts';

/** What mail servers that look an address up come to. */
export type Verdict = 'confirmed' | 'missing' | 'not-confirmed' | 'generic' | 'several' | 'disagree' | 'unknown';

/** All verdicts, the good one first and the one that says nothing last. */
export const verdicts: readonly Verdict[] = [
  'confirmed',
  'missing',
  'not-confirmed',
  'generic',
  'several',
  'disagree',
  'unknown',
];

/** A name that the PTR leads to, asked for its addresses. Names are without their final dot. */
export interface ForwardResult {
  readonly name: string;
  readonly status: LookStatus;
  readonly addresses: readonly string[];
  readonly confirms: boolean;
}

/** What the files of the workspace have for an address. */
export interface HeldPointer {
  readonly names: readonly string[];
  readonly file: string;
  /** One-based. */
  readonly line: number;
}

/** Who runs a reverse zone: from its SOA and NS records. */
export interface ZoneOwner {
  readonly zone: string;
  readonly servers: readonly string[];
  /** As an address of mail. */
  readonly mailbox: string;
}

/** What was found of one address. Names are without their final dot. */
export interface LiveResult {
  readonly address: string;
  readonly reverseName: string;
  readonly status: LookStatus;
  /** Half a sentence that says more than the status; empty without. */
  readonly reason: string;
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly forward: readonly ForwardResult[];
  readonly servers: readonly ServerWord[];
  readonly generic: { readonly kind: string; readonly reason: string } | null;
  readonly held: HeldPointer | null;
  readonly verdict: Verdict;
  readonly advice: string;
  /** What is wrong with servers that are listed for the zones that were asked: half a sentence each. */
  readonly trouble: readonly string[];
  readonly owner: ZoneOwner | null;
}

/** Whether a verdict is a fault: worse than not to know. */
export function isFault(verdict: Verdict): boolean {
  return verdict !== 'confirmed' && verdict !== 'unknown';
}
