import { capitalized, laterPhrase, phrase, translated } from '../language/phrase.ts';
import { isEndless } from './look.ts';
import { providerOf } from './providers.ts';
import type { PublishedZone } from './published.ts';
import type { LiveResult, Verdict } from './result.ts';
import type { ZoneDifference } from './zone-diff.ts';

/**
 * One result for people: the verdict on the first line, what to do below. Who can do it is told by `whoText`, what is wrong
 * with servers by `troubleLines`: many addresses have these in common.
 */
export function resultText(result: LiveResult): string {
  const { address, verdict, names } = result;
  const seen = names.length > 0 ? shortList(names) : nothingSeen(result);
  const lines = [`${address}: ${translated(TITLES[verdict])}: ${seen}`];
  if (result.aliases.length > 0) lines.push(phrase`    through ${result.aliases.join(' -> ')}`);
  if (result.generic) lines.push(`    ${result.generic.reason}`);
  if (result.advice !== '') lines.push(`    ${result.advice}`);
  if (verdict === 'disagree') lines.push(...serverLines(result));
  return `${lines.join('\n')}\n`;
}

/** Zones with the name that they are told by: that of several, as views have them, with the file that each stands in. */
export function toldApart<Z extends PublishedZone>(zones: readonly Z[]): readonly Z[] {
  return zones.map((one) => {
    const isLone = zones.every((other) => other === one || other.zone !== one.zone);
    return isLone || !one.held ? one : { ...one, zone: `${one.zone} (${one.held.file})` };
  });
}

/** How a zone is published, a line for each server. */
export function publishedText({ zone, servers, held, note }: PublishedZone): string {
  const lines = [`${zone}: ${note === '' ? publishedSerial(held?.serial) : note}`];
  const known = servers.filter(({ server, serial }) => server !== '' || serial === null);
  for (const { server, address, status, serial } of known)
    lines.push(
      `    ${server === '' ? address : `${server} (${address})`}: ${serial === null ? status : phrase`serial ${serial}`}`,
    );
  return `${lines.join('\n')}\n`;
}

/** What is said of a zone whose serial is published as it is held, where it is known. Its records are another question. */
export function publishedSerial(serial: number | null | undefined): string {
  return serial == null ? phrase`published` : phrase`published, serial ${serial} as held`;
}

/** The records of a zone that differ, a line each, and how they were compared. */
export function differenceText(difference: ZoneDifference): string {
  const { differences } = difference;
  const lines = differences.map(
    ({ name, type, held, published }) =>
      phrase`    ${name} ${type}: held ${held.join(', ') || phrase`none`}, published ${published.join(', ') || phrase`none`}`,
  );
  lines.push(
    `    ${differences.length === 0 ? phrase`no record differs` : phrase`${differences.length} differ`} (${comparedBy(difference, phrase`by a transfer of the zone`)})`,
  );
  return `${lines.join('\n')}\n`;
}

/** How records were compared, and what was not; `byTransfer` says that the zone was handed out. */
export function comparedBy({ how, note, notCompared }: ZoneDifference, byTransfer: string): string {
  const by = how === 'transfer' ? byTransfer : note;
  return notCompared.length === 0 ? by : phrase`${by}; ${notCompared.join(', ')} records were not compared`;
}

/** What is wrong with servers of the zones that were asked, a line each. */
export function troubleLines({ trouble }: LiveResult): readonly string[] {
  return trouble.map(capitalized);
}

/** Who can fix it; empty where it is no fault, or nobody knows. */
export function whoText({ owner, names, verdict }: LiveResult): string {
  if (!owner) return '';
  const mailbox = owner.mailbox === '' ? '' : `, ${owner.mailbox}`;
  const servers = owner.servers.length === 0 ? '' : ` (${shortList(owner.servers)})`;
  const provider = providerOf([...names, owner.zone, ...owner.servers]);
  const there = provider && verdict !== 'disagree' ? `. ${provider.name}: ${translated(provider.how)}` : '';
  return phrase`Who to ask: whoever runs ${owner.zone}${servers}${mailbox}${there}`;
}

/** A few names, and how many more there are. */
export function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(', ');
  return names.length > 4 ? phrase`${shown} and ${names.length - 4} more` : shown;
}

/** The verdict as a heading. */
export const TITLES: Readonly<Record<Verdict, string>> = {
  confirmed: laterPhrase`confirmed`,
  missing: laterPhrase`missing`,
  'not-confirmed': laterPhrase`not confirmed`,
  generic: laterPhrase`generic`,
  several: laterPhrase`several names`,
  disagree: laterPhrase`the servers disagree`,
  unknown: laterPhrase`unknown`,
};

/** What stands in the place of names where none were seen. */
export function nothingSeen(result: LiveResult): string {
  if (isEndless(result.aliases)) return phrase`aliases that lead to no PTR record`;
  switch (result.status) {
    case 'nxdomain':
      return phrase`no PTR record (NXDOMAIN)`;
    case 'nodata':
    case 'found':
      return phrase`no PTR record (the name exists, without one)`;
    case 'servfail':
      return phrase`the look-up fails (SERVFAIL)`;
    case 'refused':
      return isNotAsked(result) ? phrase`not asked` : phrase`not answered (REFUSED)`;
    case 'timeout':
      return phrase`no answer in time`;
    case 'unreachable':
      return phrase`no server reached`;
    case 'malformed':
      return phrase`an answer that cannot be read`;
  }
}

/** Whether advice is of a kind that is the same for many addresses, and not of the names of one. */
export function isSharedAdvice({ verdict, advice }: LiveResult): boolean {
  return advice !== '' && (verdict === 'missing' || verdict === 'unknown' || verdict === 'disagree');
}

/** Whether no server was asked, as for a private address. */
function isNotAsked({ status, servers }: LiveResult): boolean {
  return status === 'refused' && servers.length === 0;
}

function serverLines({ servers }: LiveResult): string[] {
  return servers.map(({ server, address, status, names, reason }) => {
    const who = server === '' ? address : `${server} (${address})`;
    const says = names.length > 0 ? shortList(names) : `${status}${reason === '' ? '' : `, ${reason}`}`;
    return `    ${who}: ${says}`;
  });
}
