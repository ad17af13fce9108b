import { type Rejection, readRejections } from '../bounce/bounce.ts';
import type { Reporter } from '../report/report.ts';
import { adviceText, claimText, heldText, refusalText } from './bounce-advice.ts';
import { type HeldAddress, type HeldMailHost, heldAddress, heldMailHosts } from './bounce-held.ts';
import type { FeatureContext } from './context.ts';

/** A rejection with what the held zones say of it. */
export interface ExplainedRejection {
  readonly rejection: Rejection;
  readonly held: HeldAddress | undefined;
  /** Where the text names no address: those it may be about, each with what is held of it. */
  readonly hosts: readonly ExplainedHost[];
  /** Who refused, what is claimed, what is held: a sentence each, without full stops. */
  readonly sentences: readonly string[];
  readonly advice: string;
}

/** A mail host that a rejection may be about. */
export interface ExplainedHost extends HeldMailHost {
  readonly held: HeldAddress | undefined;
}

/** Explains a paste; empty where it tells of no rejection. Nothing leaves the program. */
export function explainRejections(
  ctx: FeatureContext,
  reporter: Reporter,
  paste: string,
): readonly ExplainedRejection[] {
  let known: readonly ExplainedHost[] | undefined;
  const hosts = (): readonly ExplainedHost[] => {
    known ??= heldMailHosts(ctx).map((host) => ({ ...host, held: heldAddress(ctx, reporter, host.address) }));
    return known;
  };
  return readRejections(paste).map((rejection) => {
    const { address, about } = rejection;
    const held = address === null ? undefined : heldAddress(ctx, reporter, address);
    const offered = address === null && about !== 'not-reverse-dns' ? offer(hosts(), rejection) : [];
    const sentences = [refusalText(rejection), claimText(rejection)];
    if (address !== null && held) sentences.push(heldText(address, held));
    return { rejection, held, hosts: offered, sentences, advice: adviceText(rejection, held, offered) };
  });
}

/** The hosts of the name that the text gives, else all; those with a fault first. */
function offer(hosts: readonly ExplainedHost[], { name }: Rejection): readonly ExplainedHost[] {
  const named = hosts.filter(
    ({ host, held }) => name !== null && (host === name || held?.names.includes(name) === true),
  );
  const offered = named.length > 0 ? named : hosts;
  return [...offered].sort((a, b) => Number(isFine(a)) - Number(isFine(b)));
}

function isFine({ held }: ExplainedHost): boolean {
  return held?.verdict === 'confirmed' || held === undefined || held.verdict === 'unknown';
}
