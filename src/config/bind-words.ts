import { isOneSlipAway } from '../dns/slip.ts';

/** The clauses of named.conf whose statements are known. */
export type BindClause = 'top' | 'view' | 'options' | 'zone' | 'template';

/**
 * The statement that is meant by a word that is none here: the one of which it is a slip. None where no word or several are
 * as near. Other words are taken as they are: another BIND than 9.20 may know them.
 */
export function meantStatement(clause: BindClause, word: string): string | undefined {
  const known = STATEMENTS[clause];
  if (known.has(word) || KNOWN_NEIGHBOURS.has(word)) return undefined;
  return onlySlip(known, word);
}

/** Whether a word begins a statement of the clause, wherever it stands at the beginning of a line. */
export function beginsStatement(clause: BindClause, word: string): boolean {
  return STATEMENTS[clause].has(word) && !GOES_ON.has(word);
}

/** The type of zone that is meant by a word that is none; `undefined` where it may be several or none. */
export function meantType(word: string): string | undefined {
  return onlySlip(ZONE_TYPES, word);
}

/** Whether BIND, old or new, knows zones of a type. */
export function isZoneType(word: string): boolean {
  return ZONE_TYPES.has(word);
}

function onlySlip(known: ReadonlySet<string>, word: string): string | undefined {
  const near = [...known].filter((one) => one.length > 3 && isOneSlipAway(one, word));
  return near.length === 1 ? near[0] : undefined;
}

const ZONE_TYPES = words(
  'primary master secondary slave mirror hint stub static-stub forward redirect delegation-only in-view',
);

/** Statements that are seldom written, and are a letter from one that often is. */
const KNOWN_NEIGHBOURS = words('files max-acache-size');

/** Words that are statements, and stand within other ones as well. */
const GOES_ON = words('port key tls hostname');

/** What may stand in options, views and zones alike. */
const EVERYWHERE =
  'allow-notify allow-query allow-query-on allow-transfer allow-update also-notify check-integrity check-mx check-names ' +
  'check-wildcard dnssec-loadkeys-interval dnssec-policy forward forwarders include ixfr-from-differences key-directory ' +
  'masterfile-format max-journal-size max-records max-records-per-type max-refresh-time max-retry-time ' +
  'max-transfer-idle-in max-transfer-idle-out max-transfer-time-in max-transfer-time-out max-types-per-name ' +
  'max-zone-ttl min-refresh-time min-retry-time notify notify-delay notify-source notify-source-v6 request-ixfr ' +
  'serial-update-method sig-validity-interval transfer-source transfer-source-v6 zone-statistics ';

const OF_OPTIONS = words(
  EVERYWHERE +
    'allow-new-zones allow-query-cache allow-query-cache-on allow-recursion allow-recursion-on auth-nxdomain ' +
    'bindkeys-file blackhole catalog-zones directory disable-empty-zone dns64 dnssec-validation dump-file edns-udp-size ' +
    'empty-zones-enable fetches-per-server fetches-per-zone geoip-directory hostname lame-ttl listen-on ' +
    'listen-on-v6 managed-keys-directory match-clients match-destinations match-recursive-only max-cache-size ' +
    'max-cache-ttl max-ncache-ttl max-udp-size memstatistics-file minimal-any minimal-responses pid-file port prefetch ' +
    'qname-minimization query-source query-source-v6 querylog rate-limit recursing-file recursion recursive-clients ' +
    'response-policy rrset-order secroots-file serial-query-rate server server-id session-keyfile stale-answer-enable ' +
    'stale-answer-ttl statistics-file tcp-clients transfer-format transfers-in transfers-out transfers-per-ns ' +
    'validate-except version zone',
);

const OF_ZONES = words(
  `${EVERYWHERE}auto-dnssec file in-view inline-signing journal masters parental-agents primaries server-addresses ` +
    'server-names template type update-policy',
);

const STATEMENTS: Readonly<Record<BindClause, ReadonlySet<string>>> = {
  top: words(
    'acl controls dlz dnssec-policy dyndb http include key key-store logging lwres managed-keys masters options ' +
      'parental-agents plugin primaries remote-servers server statistics-channels template tls trust-anchors ' +
      'trusted-keys view zone',
  ),
  options: OF_OPTIONS,
  view: OF_OPTIONS,
  zone: OF_ZONES,
  template: OF_ZONES,
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
