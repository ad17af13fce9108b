import type { Witnesses } from './peek.ts';

/**
 * The zone of a file whose name tells none: where one of its own hosts, with a relative owner, is the primary server that
 * its SOA record names, what stands behind that owner, as the mailbox lies in it too. Undefined where that is not so, or
 * several are.
 */
export function zoneOfServer({ hosts, soaNames }: Witnesses): string | undefined {
  const [primary, mailbox] = soaNames;
  if (primary === undefined || mailbox === undefined) return undefined;
  const zones = new Set(
    hosts
      .filter(
        ({ owner, origin }) => origin === '' && !owner.endsWith('.') && primary.startsWith(`${owner.toLowerCase()}.`),
      )
      .map(({ owner }) => primary.slice(owner.length + 1)),
  );
  const [zone] = zones;
  return zone !== undefined && zone !== '' && zones.size === 1 && mailbox.endsWith(`.${zone}`) ? zone : undefined;
}
