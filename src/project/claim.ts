import { isBackupName, isInCopyFolder, isTemplateName } from '../config/ignore.ts';
import type { MappedZone } from '../config/mapped-zone.ts';
import { folderOf, lastSegment, type PathIndex } from '../config/path-index.ts';
import { boundsOf } from '../config/zone-bounds.ts';
import { classCode } from '../dns/types.ts';
import type { ZoneTraits } from '../workspace/instance.ts';
import type { MappedFile } from './file-mappings.ts';
import { siteLabel } from './sites.ts';

/** How a file's zone is known (see `Claim`). `none`: it is not, `ambiguous`: octets may stand in either order. */
export type OriginSource = 'setting' | 'configuration' | 'text' | 'file-name' | 'evidence' | 'none' | 'ambiguous';

/** A zone that a file is read for. */
export interface Claim {
  /** Absolute, lower case; undefined where nobody knows it. */
  readonly origin: string | undefined;
  readonly view: string;
  readonly zoneClass: number;
  readonly source: OriginSource;
  readonly traits: ZoneTraits;
  /** What the origin may be, where it is not decided. */
  readonly alternatives: readonly string[];
  /** The declaration in a configuration file. */
  readonly declared: MappedZone | undefined;
  /** Of several files that claim a zone in a view those of the highest rank count. */
  readonly rank: number;
  /** The zone that the file is by its own $ORIGIN, where a configuration reads it for that one and for this one. */
  readonly ownOrigin?: string;
  /** A configuration loads the zone from another file. */
  readonly isSuperseded?: true;
}

/** The view of files that no configuration loads, where one loads others: they are checked among themselves. */
export const NOT_LOADED = 'not loaded';

/** What is known of a zone that no configuration speaks of. */
export const PLAIN: ZoneTraits = {
  role: 'primary',
  dynamic: false,
  signed: false,
  responsePolicy: false,
  catalog: false,
  declared: false,
};

/** What is known of a zone that somebody declares without saying more of it. */
export const DECLARED: ZoneTraits = { ...PLAIN, declared: true };
const HINT: ZoneTraits = { ...PLAIN, role: 'hint' };

/** The name of a text that comes from standard input, beside files: it stands in for the one of its zone. */
export const INPUT_NAME = '<stdin>';
const INPUT_RANK = 9;

/**
 * A zone that the settings give a file. An entry that names the file by itself fits copies in other folders too: of those
 * the one in the highest folder is meant.
 */
export function settingClaim(path: string, { origin, view, isNamed }: MappedFile & { readonly origin: string }): Claim {
  const absolute = origin.endsWith('.') ? origin.toLowerCase() : `${origin.toLowerCase()}.`;
  const rank = isInput(path) ? INPUT_RANK : 4 + (isNamed ? 1 / path.split('/').length : 0);
  return { ...claim({ origin: absolute, view: view ?? '', source: 'setting', traits: DECLARED }), rank };
}

/** A zone that a server's configuration declares; of a source the configuration names the signed file beside it. */
export function declaredClaim(
  declared: MappedZone,
  { view, isSource }: { readonly view: string; readonly isSource: boolean },
): Claim {
  const { zone } = declared;
  const traits: ZoneTraits = {
    role: zone.role,
    dynamic: zone.dynamic || declared.hasJournal,
    signed: zone.signed && !zone.inlineSigning,
    ...(zone.inlineSigning || isSource ? { signedBeside: true } : {}),
    responsePolicy: zone.responsePolicy,
    catalog: zone.catalog,
    declared: true,
    dialect: zone.dialect,
    ...boundsOf(zone),
  };
  const known = claim({ origin: zone.name, view, source: 'configuration', traits });
  return { ...known, zoneClass: classCode(zone.class) ?? 1, declared, rank: 3 };
}

/**
 * What a file's own text or name says. A copy, a template, a text that is no file and what is made from a file rank below
 * all others; a text and a name that agree above a text alone.
 */
export function ownClaim(
  path: string,
  known: {
    origin: string;
    view: string;
    source: 'text' | 'file-name' | 'evidence';
    hasSoa: boolean;
    isProduct?: boolean;
    isNamedSo?: boolean;
  },
): Claim {
  const { origin, view, source, hasSoa, isProduct = false, isNamedSo = false } = known;
  const isCopy = isProduct || path.startsWith('untitled:') || isCopyName(path);
  const rank = isInput(path) ? INPUT_RANK : isCopy ? 0 : (hasSoa ? 2 : 1) + (isNamedSo ? 0.5 : 0);
  return { ...claim({ origin, view, source, traits: traitsOfName(path) }), rank };
}

/** Claims of several zones by one file: where its $ORIGIN is one of them, it answers for that one alone. */
export function withOwnOrigin(claims: readonly Claim[], ownOrigin: string | undefined): Claim[] {
  const isOne = ownOrigin !== undefined && claims.some(({ origin }) => origin === ownOrigin);
  return claims.map((one) => (isOne && one.origin !== ownOrigin ? { ...one, ownOrigin } : one));
}

/** A file whose zone nobody knows, with what it may be. */
export function unknownClaim(path: string, view: string, alternatives: readonly string[] = []): Claim {
  const source = alternatives.length === 0 ? 'none' : 'ambiguous';
  return { ...claim({ origin: undefined, view, source, traits: traitsOfName(path) }), alternatives };
}

/** What desktops call a copy ("example.com (1).db", "Kopie von example.com.db") has a blank, as no server's file does. */
function isCopyName(path: string): boolean {
  return lastSegment(path).includes(' ') || isBackupName(path) || isTemplateName(path) || isInCopyFolder(path);
}

/** Whether a text has no place in a folder: it is from standard input, or an editor's new one. */
export function isPlaceless(path: string): boolean {
  return isInput(path) || path.startsWith('untitled:');
}

function isInput(path: string): boolean {
  return lastSegment(path) === INPUT_NAME;
}

const JOURNAL = '.jnl';

/** Claims of a file, of which those that no configuration makes take a journal beside it for what it is (BIND's own name). */
export function withJournal(claims: readonly Claim[], paths: PathIndex, path: string): readonly Claim[] {
  if (!paths.has(path + JOURNAL)) return claims;
  return claims.map((one) => (one.declared ? one : { ...one, traits: { ...one.traits, dynamic: true } }));
}

/** The file that a journal is of; undefined for all other paths. */
export function fileOfJournal(path: string): string | undefined {
  return path.endsWith(JOURNAL) ? path.slice(0, -JOURNAL.length) : undefined;
}

function claim(known: Pick<Claim, 'origin' | 'view' | 'source' | 'traits'>): Claim {
  const { origin, view, source, traits } = known;
  return { origin, view, source, traits, zoneClass: 1, alternatives: [], declared: undefined, rank: 0 };
}

function traitsOfName(path: string): ZoneTraits {
  return /(^|\/)(db\.root|named\.(root|ca)|root\.hints?|cache\.dns)$/i.test(path) ? HINT : PLAIN;
}

/**
 * Servers that have a zone from another file than a server before them: what they answer is a view of its own, which has
 * the name of their folder, or of their first file where servers share the folder.
 */
export function rivalServers(zones: readonly MappedZone[]): ReadonlyMap<string, string> {
  const first = new Map<string, MappedZone>();
  const rivals = new Set<string>();
  for (const mapped of zones) {
    const [file] = mapped.files;
    if (file === undefined) continue;
    const key = `${ownView(mapped)} ${mapped.zone.name}`;
    const known = first.get(key);
    if (!known) first.set(key, mapped);
    else if (known.server !== mapped.server && known.files[0] !== file) rivals.add(mapped.server);
  }
  const servers = [...new Set(zones.map(({ server }) => server))];
  const folders = [...new Set(servers.map(folderOf))];
  const isAlone = (server: string): boolean =>
    servers.every((one) => one === server || folderOf(one) !== folderOf(server));
  return new Map(
    [...rivals].map((server) => [
      server,
      isAlone(server) ? siteLabel(folderOf(server), folders) : siteLabel(server, servers),
    ]),
  );
}

/** The view of a declared zone: that of its server's configuration, told apart where servers contradict each other. */
export function viewOf(mapped: MappedZone, rivals: ReadonlyMap<string, string>): string {
  return `${rivals.get(mapped.server) ?? ''} ${ownView(mapped)}`.trim();
}

function ownView({ zone }: MappedZone): string {
  return zone.view ?? (zone.listener === undefined || /^(dns )?53$/.test(zone.listener) ? '' : zone.listener);
}
