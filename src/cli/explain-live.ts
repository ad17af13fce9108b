import { nameKey } from '../dns/name.ts';
import type { ExplainedRejection } from '../features/bounce-report.ts';
import type { FeatureContext } from '../features/context.ts';
import { liveSession } from '../features/live-session.ts';
import { specialUse } from '../live/address-space.ts';
import { type HeloStanding, heloStanding, heloText } from '../live/helo.ts';
import type { LiveResult } from '../live/result.ts';
import { resultText, troubleLines, whoText } from '../live/result-text.ts';
import { saneLimits } from '../ports/resolver.ts';
import type { Asking } from './asking-options.ts';
import { resultJson } from './live-json.ts';
import { printed } from './printed.ts';
import type { Surroundings } from './surroundings.ts';

/** What the DNS says of an address that a rejection is about, and of the name that its mail server gave. */
export interface SeenAddress {
  readonly result: LiveResult;
  readonly helo: HeloStanding | null;
}

/** What was seen, by rejection. */
export type SeenByRejection = ReadonlyMap<ExplainedRejection, readonly SeenAddress[]>;

/** A text that names no address has the held mail hosts looked at: the first so many. */
const MOST_HOSTS = 8;
/** So many rejections are looked at: nobody reads the rest of a log of a bad day. */
const MOST_REJECTIONS = 256;

/** Asks the DNS for the addresses that rejections are about, each once. */
export async function askOfRejections(
  explained: readonly ExplainedRejection[],
  asking: Asking,
  { features, around }: { readonly features: FeatureContext; readonly around: Surroundings },
): Promise<SeenByRejection> {
  const limits = saneLimits({ ...features.settings.live, ...asking.limits });
  const port = await around.live();
  const resolver = port.resolver(limits);
  try {
    const { checker, beside } = liveSession(features, {
      resolver,
      named: asking.resolver,
      namedBy: '--resolver',
      systemServers: port.systemServers,
      authoritative: asking.authoritative,
      concurrency: limits.concurrency,
      isCancelled: () => false,
    });
    const results = new Map<string, LiveResult>();
    const seen = new Map<ExplainedRejection, readonly SeenAddress[]>();
    for (const item of explained.slice(0, MOST_REJECTIONS)) {
      const found: SeenAddress[] = [];
      for (const address of addressesOf(item)) {
        const result = results.get(address) ?? (await beside.beside(await checker.check(address)));
        results.set(address, result);
        const isAsked = asking.resolver !== undefined || specialUse(address) === undefined;
        const helo = isAsked ? heloName(item) : undefined;
        found.push({ result, helo: helo === undefined ? null : await heloStanding(checker, helo, address) });
      }
      seen.set(item, found);
    }
    return seen;
  } finally {
    resolver.close();
  }
}

function addressesOf({ rejection, hosts }: ExplainedRejection): readonly string[] {
  if (rejection.address !== null) return [rejection.address];
  return [...new Set(hosts.map(({ address }) => address))].slice(0, MOST_HOSTS);
}

/** The HELO name of a rejection that names the address too, canonical. */
function heloName({ rejection: { helo, name, about, address } }: ExplainedRejection): string | undefined {
  const said = helo ?? (about === 'helo' ? name : null);
  return said === null || address === null ? undefined : nameKey(said, '.');
}

/** What was seen as text, below the explanation. */
export function seenText({ result, helo }: SeenAddress, { rejection: { about } }: ExplainedRejection): string {
  const isInOrder = result.verdict === 'confirmed' && about !== 'helo' && about !== 'not-reverse-dns';
  const lines = [
    ...(isInOrder ? [IN_ORDER] : []),
    ...(helo ? [heloText(helo)] : []),
    ...troubleLines(result),
    whoText(result),
  ];
  const text = `In the DNS: ${resultText(result)}${lines.join('\n')}`.trimEnd();
  return printed(`${text.replace(/^/gm, '  ')}\n`, '\n');
}

/** What is claimed is not so any more, or not seen from here. */
const IN_ORDER =
  'This is in order as it is seen from here: send the mail again. A receiver may keep an older answer for as long as its TTL says';

/** What was seen, as `live --format json` has it. */
export function seenJson({ result, helo }: SeenAddress): Record<string, unknown> {
  return { ...resultJson(result), helo };
}
