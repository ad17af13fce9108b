import type { PublishedZone } from '../live/published.ts';
import type { LiveResult } from '../live/result.ts';
import type { ZoneDifference } from '../live/zone-diff.ts';

/** How a zone is published, with the records that differ where they were compared. */
export interface ZoneReport extends PublishedZone {
  readonly records: ZoneDifference | undefined;
}

/** A result as `live --format json` prints it. */
export function resultJson(result: LiveResult): Record<string, unknown> {
  return {
    address: result.address,
    reverseName: result.reverseName,
    status: result.status,
    reason: result.reason,
    names: result.names,
    aliases: result.aliases,
    forward: result.forward,
    servers: result.servers.map(({ server, address, zone, status, names, reason }) => ({
      address,
      status,
      names,
      name: server,
      zone,
      reason,
    })),
    generic: result.generic,
    held: result.held,
    verdict: result.verdict,
    advice: [result.advice, ...result.trouble].filter((part) => part !== '').join('; '),
    owner: result.owner,
  };
}

/** How a zone is published, as `live --format json` prints it. */
export function zoneJson({ zone, status, servers, held, note, records }: ZoneReport): Record<string, unknown> {
  return { zone, status, servers, held, note, ...(records ? { records } : {}) };
}
