import { compareSerial } from '../dns/serial.ts';
import { undotted } from '../dns/shown-name.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import type { Lookup, ServerWord } from './look.ts';
import type { LookStatus } from './reply.ts';

/** A server of a zone, with the serial that it has. */
export interface ServerSerial {
  /** Its name; empty where only its address is known. */
  readonly server: string;
  readonly address: string;
  readonly status: ServerWord['status'];
  readonly serial: number | null;
}

/** How a zone is published, against how it is held. */
export interface PublishedZone {
  readonly zone: string;
  readonly status: LookStatus;
  readonly servers: readonly ServerSerial[];
  readonly held: { readonly serial: number | null; readonly file: string } | null;
  /** What is to be said of it; empty where all is well. */
  readonly note: string;
}

/** Whether a zone is surely not published, or not the same at all its servers; a serial that is not the held one may be meant so. */
export function isPublishedBadly({ status, servers }: PublishedZone): boolean {
  if (status === 'nxdomain' || status === 'nodata') return true;
  return new Set(servers.flatMap(({ serial }) => (serial === null ? [] : [serial]))).size > 1;
}

/** Asks for the serial of a zone: of every server, where those of the zone are asked themselves. */
export async function publishedZone(lookup: Lookup, zone: string, held: PublishedZone['held']): Promise<PublishedZone> {
  const looked = await lookup.look(zone, 'SOA');
  const servers = looked.servers.map(({ server, address, status, names }) => {
    const serial = status === 'found' && /^\d+$/.test(names[0] ?? '') ? Number(names[0]) : null;
    return { server: undotted(server), address, status, serial };
  });
  const note = serialNote(looked.status, servers, held?.serial ?? null);
  return { zone: undotted(zone), status: looked.status, servers, held, note };
}

/** What serials tell: servers that differ, and a zone that is not published as it is held. */
export function serialNote(status: LookStatus, servers: readonly ServerSerial[], held: number | null): string {
  const serials = [...new Set(servers.flatMap(({ serial }) => (serial === null ? [] : [serial])))];
  const [published, other] = serials;
  if (published === undefined) return status === 'found' ? '' : translated(NOT_PUBLISHED[status]);
  if (other !== undefined) {
    const each = servers.flatMap(({ server, address, serial }) =>
      serial === null ? [] : [phrase`${server || address} has ${serial}`],
    );
    const of = held === null ? '' : phrase`, held ${held}`;
    return phrase`the servers differ: ${each.join(', ')}${of}. A secondary has not loaded the zone yet`;
  }
  if (held === null || held === published) return '';
  const order = compareSerial(published, held);
  if (order !== undefined && order > 0)
    return phrase`published serial ${published}, held ${held}: the published zone is newer. Is this an old copy?`;
  return phrase`published serial ${published}, held ${held}: not loaded yet?`;
}

const NOT_PUBLISHED: Readonly<Record<LookStatus, string>> = {
  found: '',
  nxdomain: laterPhrase`not published: its name does not exist`,
  nodata: laterPhrase`not published: no zone begins at this name`,
  servfail: laterPhrase`nobody knows whether it is published: the servers fail (SERVFAIL)`,
  refused: laterPhrase`nobody knows whether it is published: the server does not answer for it (REFUSED)`,
  timeout: laterPhrase`nobody knows whether it is published: no answer in time. Ask again`,
  unreachable: laterPhrase`nobody knows whether it is published: no server can be reached. Ask again`,
  malformed: laterPhrase`nobody knows whether it is published: the answers cannot be read`,
};
