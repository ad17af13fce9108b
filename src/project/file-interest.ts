import { isBackupName, isTemplateName } from '../config/ignore.ts';
import { endingOf, type PathIndex } from '../config/path-index.ts';
import { productOf } from './signed-twin.ts';

/** Whether a file is read: as a zone by its name, after a look at its content, or not at all. */
export type Interest = 'zone' | 'sniff' | 'none';

const ZONE_NAME = [
  /\.(zone|zone\.signed|zonefile|soa|arpa)$/i,
  /\.(in-addr|ip6)\.arpa\.(zone|db)$/i,
  /^(named\.(root|ca|empty|localhost|loopback)|db\.(local|root|empty|0|127|255))$/i,
];
const ZONE_PATH = [
  /\/(bind|named)\/(.*\/)?db\.[^/]+$/i,
  /\/named\/(.*\/)?[^/]+\.(db|hosts)$/i,
  /\/(bind|zones|zone|dns)\/(.*\/)?[^/]+\.db$/i,
];
const SNIFF_NAME = [
  /^db\..+/i,
  /^([a-z]+\.)?\d{1,3}(\.\d{1,3}){1,3}$/i,
  /\.db(\.\d{1,3}){2,4}$/i,
  /\.(db|dns|hosts|rev|reverse|inv|inverse|ptr|fwd|forward|bind|named|signed|txt)$/i,
  /^(named|db|zone|rev|reverse|inverse|ptr|fwd|forward)[._-]/i,
  /^\d{1,3}([._-]\d{1,3}){1,3}([._-]\w+)?$/,
  /[._-](in-addr|ip6)$/i,
  /^[^.]+$/,
];
/** Folders in which people keep zones: there a file is looked at whatever its name is. */
const ZONE_FOLDER = /(^|\/)(zones?|zone-?files?|named|bind9?|dns|masters?|primary|pri|nsd|knot)\//i;
/** Names that other files than zones have, in such folders too. Those of Perl and Rust end as zones of countries do. */
const OTHER =
  /\.(p[mp]|php|cs|go|rb|tf|lua|kt|java|pyc?|bash|xml|toml|ini|cfg|env|log|svg|lock|service|timer|pem|key|crt|csr|pub|private|state|bak|orig|tgz|xz|bz2|deb|rpm|iso|ico|pdf|docx?|xlsx?|csv|sql|vue|tsx|jsx|scss|map|patch|diff|rst|adoc|erb|target|spec|mk|rules|repo|pp)$/i;
/** Top-level domains that end the names of few other files: such a file is looked at in any folder. */
const TOP_LEVEL =
  /\.(com|net|org|info|edu|gov|io|me|eu|at|au|be|br|ca|ch|cz|de|dk|es|fi|fr|it|jp|nl|no|pt|ru|se|uk|us|corp|home|lab|local|lan|internal|example|test)$/i;
const NEVER: ReadonlySet<string> = new Set(
  'conf jnl jbk exe dll so png jpg jpeg gif zip gz sqlite sqlite3 md json yml yaml js ts py sh c h css htm html'.split(
    ' ',
  ),
);

/** Whether a name is one that no zone file has; a configuration's may hide one. */
export function isNeverZone(path: string): boolean {
  const ending = endingOf(path);
  return NEVER.has(ending) && ending !== 'conf';
}

/** Whether a file lies below a folder in which people keep zones. */
export function isInZoneFolder(path: string): boolean {
  return ZONE_FOLDER.test(path);
}

/**
 * Judges a file by its path alone; `db.*` and their like need a look at what is in them, and so does a file of any name
 * beside one that may be its signed zone.
 */
export function interestIn(path: string, paths: PathIndex): Interest {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isBackupName(path) || isTemplateName(path) || NEVER.has(endingOf(name))) return 'none';
  if (ZONE_NAME.some((pattern) => pattern.test(name)) || ZONE_PATH.some((pattern) => pattern.test(path))) return 'zone';
  if (/(^|[./])(licen[sc]e|makefile|dockerfile|readme|changelog|authors|copying|todo)\b/i.test(path)) return 'none';
  return SNIFF_NAME.some((pattern) => pattern.test(name)) ||
    TOP_LEVEL.test(name) ||
    (isInZoneFolder(path) && !OTHER.test(name)) ||
    paths.has(productOf(path))
    ? 'sniff'
    : 'none';
}
