import { ip4Arpa } from '../dns/arpa.ts';
import { isBackupName } from './ignore.ts';
import { absoluteZoneName } from './zone-name.ts';

/** What a file's name says of its origin. */
export interface FileNameOrigin {
  /** Canonical; of several readings the likeliest. */
  readonly origin: string;
  /**
   * Octets may be written in the network's order or in the zone's: only the records can tell. A first word such as
   * `forward`, or a last one such as `internal`, may be a label of the zone or not: it is one unless the records tell
   * otherwise, or nothing ends so.
   */
  readonly certainty: 'certain' | 'reverse-ambiguous' | 'prefix-ambiguous';
  /** All readings, `origin` first; only where there are several. */
  readonly alternatives?: readonly string[];
}

/**
 * The origin that the name of a zone file tells: `db.example.com`, `example.com.zone`, `2.0.192.in-addr.arpa.db`,
 * `db.192.168.1`, `192.168.1.rev`, `db.rev.192.0.2`, `site.db.192.0.2`. A name without a dot of its own (`hosts.db`,
 * `zone.db`) tells nothing, and neither does one that says reverse and then a forward zone (`example.com.rev`, `example.com.inverse`).
 */
export function originFromFileName(path: string): FileNameOrigin | undefined {
  if (isBackupName(path)) return undefined;
  const fileName = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  const wellKnown = WELL_KNOWN.get(fileName);
  if (wellKnown !== undefined) return certain(wellKnown);
  const zone = zonePart(fileName);
  if (zone === undefined) return undefined;
  const bare = zone.replace(REVERSE_PREFIX, '');
  const octets = withoutSide(bare);
  if (OCTETS.test(octets)) return originOfOctets(octets);
  if (isReverse(bare)) return originOfReverseName(bare);
  if (REVERSE_SUFFIX.test(fileName.replace(SIGNED, '').replace(TEXT, ''))) return undefined;
  const short = zone.replace(FORWARD_PREFIX, '').replace(SIDE_SUFFIX, '');
  const names = [...new Set(NO_TOP_LEVEL.test(zone) ? [short, zone] : [zone, short])].filter(isForwardName);
  const [origin, other] = names.map((name) => `${name}.`);
  if (origin === undefined) return undefined;
  return other === undefined
    ? certain(origin)
    : { origin, certainty: 'prefix-ambiguous', alternatives: [origin, other] };
}

const OCTETS = /^\d{1,3}(\.\d{1,3}){0,3}$/;

/** What stands before the octets or the name of a reverse zone, or before the forward zone whose addresses it names. */
const REVERSE = 'rev|reverse|reversa|reverso|inv|inverse|inversa|inverso|ptr';
const REVERSE_PREFIX = new RegExp(`^(?:${REVERSE})[._-]`);
const REVERSE_SUFFIX = new RegExp(`\\.(?:${REVERSE})$`);
const REVERSE_WORD = new RegExp(`(?:^|[._-])(?:${REVERSE}|arpa)(?:[._-]|$)`, 'i');

const SIDE = 'int|ext|internal|external|intern|extern|inside|outside|private|public|lan|wan|dmz';
const ROLE = 'master|slave|primary|secondary';

/** What some put before the name of a forward zone; it may be a label of the zone all the same. Sides often are labels. */
const FORWARD_PREFIX = new RegExp(`^(?:fwd\\.|forward\\.|(?:${ROLE})[._-]|(?:${SIDE})[_-])`);

/** What some put behind the name of a zone: the view that it is of, or what the server is for it. */
const SIDE_SUFFIX = new RegExp(`[._-](?:${SIDE}|${ROLE})$`);
const SIDE_PREFIX = new RegExp(`^(?:${SIDE}|${ROLE})[._-]`);
const NO_TOP_LEVEL = new RegExp(`\\.(?:ext|external|extern|inside|outside|wan|${ROLE})$`);

function withoutSide(name: string): string {
  return name.replace(SIDE_PREFIX, '').replace(SIDE_SUFFIX, '');
}

/**
 * What a file's name may tell where nothing in it marks a zone file: `example.com`, `example.com.txt`, `pri.example.com`,
 * `192.0.2`, `rev.192.0.2`. Only what stands in the file, and what other zones say of it, can tell whether it does.
 */
export function possibleOrigins(path: string): readonly string[] {
  if (isBackupName(path)) return [];
  const fileName = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  const name = fileName.replace(TEXT, '').replace(/\.(?:fwd|forward)$/, '');
  if (KIND_OF_FILE.test(name) || PREFIX.test(name)) return [];
  const bare = name.replace(OTHER_PREFIX, '');
  const written = withoutSide(bare);
  if (OCTETS.test(written) && written.includes('.')) {
    const octets = originOfOctets(written);
    return octets ? (octets.alternatives ?? [octets.origin]) : [];
  }
  return [...new Set([written, bare, name])].filter(isForwardName).map((zone) => `${zone}.`);
}

/** What some put before a zone's name in a file's: ISPConfig, guides for old servers. A zone may begin so all the same. */
const OTHER_PREFIX = new RegExp(`^(?:(?:pri|named|fwd|forward|zone|${REVERSE})\\.|db[_-])`);

/** Whether a file is named as a forward zone and nothing else, without a word before it that may say what the file is. */
export function isDomainAlone(fileName: string, zone: string): boolean {
  const name = fileName.toLowerCase();
  const isPrefixed = [OTHER_PREFIX, FORWARD_PREFIX, SIDE_PREFIX].some((prefix) => prefix.test(name));
  return `${name}.` === zone && !isPrefixed && !isReverse(name);
}

/** Last words of names that say what a file is, and are no top-level domains. */
const KIND_OF_FILE = new RegExp(`\\.(?:zone|zonefile|db|dns|hosts|bind|named|signed|fwd|forward|${REVERSE})$`);

/** Files that servers bring along, whose names are no zone's. Others of them (`db.empty`) serve many zones. */
const WELL_KNOWN: ReadonlyMap<string, string> = new Map([
  ['named.localhost', 'localhost.'],
  ['localhost.zone', 'localhost.'],
  ['db.local', 'localhost.'],
  ['db.localhost', 'localhost.'],
  ['localhost-forward.db', 'localhost.'],
  ['db.root', '.'],
  ['named.root', '.'],
  ['named.ca', '.'],
  ['root.hints', '.'],
  ['cache.dns', '.'],
]);

/** True for files that servers bring along for many zones at once: that they are no single zone's is how they are meant. */
export function isForManyZones(path: string): boolean {
  return FOR_MANY_ZONES.has(path.slice(path.lastIndexOf('/') + 1).toLowerCase());
}

const FOR_MANY_ZONES: ReadonlySet<string> = new Set(
  (
    'db.empty db.local db.0 db.127 db.255 named.empty named.localhost named.loopback empty.db localhost-forward.db ' +
    'localhost-reverse.db'
  ).split(' '),
);

/** True for files that a distribution brings along beside its server: most repositories do not hold them. */
export function isOfDistribution(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  return FOR_MANY_ZONES.has(name) || WELL_KNOWN.has(name) || OF_DISTRIBUTIONS.has(name);
}

const OF_DISTRIBUTIONS: ReadonlySet<string> = new Set(
  (
    'named.local named.zero named.broadcast named.ip6.local named.cache root.cache root.zone root.servers root.hint root.db ' +
    'db.cache 127.0.0.zone 127.0.0.db localhost localhost.db localhost.rev localhost.zone zone.localhost ' +
    'zone.localhost.db zone.localhost.rev zone.localhost.zone 127.zone pri.127.zone pri.localhost.zone'
  ).split(' '),
);

const PREFIX = new RegExp(`^(?:(?:${ROLE})[._-])?db\\.`);
const SUFFIX = new RegExp(`\\.(?:zone|db|dns|hosts|zonefile|${REVERSE})$`);
const SIGNED = /\.signed$/;
const TEXT = /(?:\.conf)?\.txt$/;

/** The part of a file's name that is the zone; undefined where nothing marks it as a zone file's. */
function zonePart(fileName: string): string | undefined {
  const unsigned = fileName.replace(SIGNED, '').replace(TEXT, '');
  const bare = unsigned.replace(SUFFIX, '').replace(PREFIX, '');
  const isMarked = bare !== fileName.replace(TEXT, '') || isReverse(bare);
  if (isMarked) return bare;
  return /^(\d{1,3}(?:\.\d{1,3}){0,3})\.arpa$/.exec(bare)?.[1] ?? /\.db\.(\d{1,3}(?:\.\d{1,3}){1,3})$/.exec(bare)?.[1];
}

/** What is left of a file's name without all that marks a zone file: the zone, or its first labels. Lower case. */
export function stemOf(fileName: string): string {
  const name = fileName.toLowerCase();
  return (zonePart(name) ?? name).replace(REVERSE_PREFIX, '').replace(FORWARD_PREFIX, '').replace(SIDE_SUFFIX, '');
}

function certain(origin: string): FileNameOrigin {
  return { origin, certainty: 'certain' };
}

/** Whether an absolute zone name lies in the tree of addresses. */
export function isReverseZone(origin: string): boolean {
  return isReverse(origin.replace(/\.$/, ''));
}

/** Whether a word of a file's name says that it is a reverse zone, of whichever network. */
export function saysReverse(fileName: string): boolean {
  return REVERSE_WORD.test(fileName);
}

function isReverse(zone: string): boolean {
  return /\.(in-addr|ip6)\.arpa$/.test(zone);
}

/** A slash can't stand in a file's name; an underscore may stand for it (RFC 2317 names such as `0/25.2.0.192`). */
function originOfReverseName(zone: string): FileNameOrigin | undefined {
  const origin = absoluteZoneName(zone);
  if (origin === undefined) return undefined;
  const classless = /^(\d{1,3})_(\d{1,3}\..*)$/.exec(origin);
  if (classless === null) return certain(origin);
  const alternatives = [`${classless[1]}/${classless[2]}`, origin];
  return { origin: alternatives[0] ?? origin, certainty: 'reverse-ambiguous', alternatives };
}

/**
 * `192.168.1`: the network's octets, or those of its zone. The network 192.168.1.0 is meant by a fourth octet of 0; where
 * the 0 comes first, the octets are the zone's, as no network begins so.
 */
function originOfOctets(written: string): FileNameOrigin | undefined {
  const octets = written.split('.');
  if (octets.some((octet) => Number(octet) > 255 || (octet.length > 1 && octet.startsWith('0')))) return undefined;
  if (octets.length === 4 && octets[0] === '0') return certain(`${octets.slice(1).join('.')}.${ip4Arpa}`);
  const network = octets.length === 4 && octets[3] === '0' ? octets.slice(0, 3) : octets;
  const both = [network.toReversed(), network];
  const usual = both.filter((reading) => isUnicast(reading.at(-1)));
  const readings = usual.length === 0 ? both : usual;
  if (usual.length === 2 && isPrivate(network.toReversed()) && !isPrivate(network)) readings.reverse();
  const alternatives = [...new Set(readings.map((reading) => `${reading.join('.')}.${ip4Arpa}`))];
  const [origin] = alternatives;
  if (origin === undefined) return undefined;
  return alternatives.length === 1 ? certain(origin) : { origin, certainty: 'reverse-ambiguous', alternatives };
}

/** Whether hosts have addresses that begin with an octet. */
function isUnicast(first: string | undefined): boolean {
  return Number(first) > 0 && Number(first) < 224;
}

/** The only one of several readings of octets that is a network in private space (RFC 1918); undefined where none or several are. */
export function onlyPrivate(origins: readonly string[]): string | undefined {
  const found = origins.filter((origin) => isPrivate(octetsOf(origin).toReversed()));
  return found.length === 1 ? found[0] : undefined;
}

function octetsOf(origin: string): string[] {
  return origin.endsWith(`.${ip4Arpa}`) ? origin.slice(0, -ip4Arpa.length - 1).split('.') : [];
}

function isPrivate(octets: readonly string[]): boolean {
  const [first = '', second = ''] = octets;
  return (
    first === '10' ||
    (first === '192' && second === '168') ||
    (first === '172' && Number(second) >= 16 && Number(second) < 32)
  );
}

/** Letters, digits, hyphens and underscores in at least two labels, the last one like a top-level domain's. */
function isForwardName(zone: string): boolean {
  if (!/^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/.test(zone)) return false;
  return absoluteZoneName(zone) !== undefined;
}
