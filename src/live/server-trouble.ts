import { undotted } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import type { ServerWord } from './look.ts';

/** What is wrong with servers that are listed for a zone: those that do not answer for it, and those that are silent. */
export function serverTrouble(servers: readonly ServerWord[]): readonly string[] {
  const listed = servers.filter(({ zone }) => zone !== '');
  const lame = listed.filter(({ status }) => LAME.has(status));
  const silent = listed.filter(({ status }) => SILENT.has(status));
  const trouble: string[] = [];
  for (const [zone, who] of byZone(lame))
    trouble.push(
      who.length === 1
        ? phrase`lame delegation: ${who.join('')} is listed for ${zone} and does not answer for it: let it load the zone, or take it out of the NS records there and in the zone above`
        : phrase`lame delegation: ${who.join(', ')} are listed for ${zone} and do not answer for it: let them load the zone, or take them out of the NS records there and in the zone above`,
    );
  for (const [zone, who] of byZone(silent))
    trouble.push(
      phrase`no answer from ${who.join(', ')}, listed for ${zone}: who asks there waits, and may give up. See that it runs, and that port 53 is open over UDP and TCP`,
    );
  return trouble;
}

function byZone(words: readonly ServerWord[]): ReadonlyMap<string, readonly string[]> {
  const zones = new Map<string, string[]>();
  for (const { zone, server, address } of words) {
    const who = server === '' ? address : `${undotted(server)} (${address})`;
    const known = zones.get(undotted(zone)) ?? [];
    if (!known.includes(who)) known.push(who);
    zones.set(undotted(zone), known);
  }
  return zones;
}

const LAME: ReadonlySet<string> = new Set(['lame', 'refused', 'servfail']);
const SILENT: ReadonlySet<string> = new Set(['timeout', 'unreachable']);
