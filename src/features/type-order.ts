/** The types that people write, the ones they write most first. */
const USED: readonly string[] = [
  'A',
  'AAAA',
  'CNAME',
  'MX',
  'NS',
  'PTR',
  'SRV',
  'TXT',
  'CAA',
  'SOA',
  'DS',
  'TLSA',
  'SSHFP',
  'HTTPS',
  'SVCB',
  'NAPTR',
  'DNAME',
  'CDS',
  'CDNSKEY',
  'DNSKEY',
  'OPENPGPKEY',
  'SMIMEA',
  'URI',
  'LOC',
  'HINFO',
  'RP',
];

/** Types that nothing asks for any more: others have taken their place, or they never came into use. */
const OBSOLETE: ReadonlySet<string> = new Set(
  [
    'MB MG MR MINFO NULL WKS X25 ISDN RT NSAP NSAP-PTR SIG KEY PX GPOS NXT EID NIMLOC ATMA A6 SINK',
    'NINFO RKEY TALINK SPF UINFO UID GID UNSPEC TA DLV',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Where a word of a record's head stands among those that are proposed, as text to be compared: the types in use, the
 * class IN, the other types by name, and last what is obsolete and the classes that nobody needs.
 */
export function typeOrder(word: string): string {
  const place = USED.indexOf(word);
  if (place >= 0) return `0${String(place).padStart(2, '0')}`;
  if (word === 'IN') return '1';
  return `${OBSOLETE.has(word) || word === 'CH' || word === 'HS' ? 3 : 2}${word}`;
}
