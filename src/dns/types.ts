/** What a record type is to a zone file: `meta` types are questions, `obsolete` ones (MD, MF) are refused by servers. */
export type TypeStatus = 'data' | 'meta' | 'obsolete';

/**
 * The number of a record type, by mnemonic in any case or as TYPEnnn (RFC 3597 section 5); undefined where BIND knows
 * no such type. ANY and RESERVED0 are left out: in a record they read as classes.
 */
export function typeCode(mnemonic: string): number | undefined {
  const upper = mnemonic.toUpperCase();
  const code = codeOfType.get(upper);
  if (code !== undefined) return code;
  return numbered(upper, 'TYPE');
}

/** The mnemonic of a record type as BIND prints it: TYPEnnn where there is none. */
export function typeName(code: number): string {
  return nameOfType.get(code) ?? `TYPE${code}`;
}

/** Whether records of this type may stand in a zone (RFC 6895 section 3.1 sets 128 to 255 aside for questions). */
export function typeStatus(code: number): TypeStatus {
  if (code === 3 || code === 4) return 'obsolete';
  if (code === 0 || code === 41 || (code >= 128 && code <= 255)) return 'meta';
  return 'data';
}

/** Every mnemonic that names a record type for a zone, questions and obsolete types left out, in order of number. */
export function typeNames(): readonly string[] {
  return writableTypes;
}

/**
 * The number of a class: IN, CH, HS or CLASSnnn in any case; also CHAOS, HESIOD, NONE and ANY, which BIND reads as
 * classes. Undefined where the word is no class.
 */
export function classCode(text: string): number | undefined {
  const upper = text.toUpperCase();
  return codeOfClass.get(upper) ?? numbered(upper, 'CLASS');
}

/** The mnemonic of a class as BIND prints it. */
export function className(code: number): string {
  return nameOfClass.get(code) ?? `CLASS${code}`;
}

/** The number behind `prefix`, at most five digits as in BIND. */
function numbered(upper: string, prefix: string): number | undefined {
  const length = upper.length - prefix.length;
  if (length < 1 || length > 5 || !upper.startsWith(prefix)) return undefined;
  let value = 0;
  for (let i = prefix.length; i < upper.length; i++) {
    const digit = upper.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value > 65535 ? undefined : value;
}

const numbers: readonly (readonly [number, string])[] = [
  [1, 'A'],
  [2, 'NS'],
  [3, 'MD'],
  [4, 'MF'],
  [5, 'CNAME'],
  [6, 'SOA'],
  [7, 'MB'],
  [8, 'MG'],
  [9, 'MR'],
  [10, 'NULL'],
  [11, 'WKS'],
  [12, 'PTR'],
  [13, 'HINFO'],
  [14, 'MINFO'],
  [15, 'MX'],
  [16, 'TXT'],
  [17, 'RP'],
  [18, 'AFSDB'],
  [19, 'X25'],
  [20, 'ISDN'],
  [21, 'RT'],
  [22, 'NSAP'],
  [23, 'NSAP-PTR'],
  [24, 'SIG'],
  [25, 'KEY'],
  [26, 'PX'],
  [27, 'GPOS'],
  [28, 'AAAA'],
  [29, 'LOC'],
  [30, 'NXT'],
  [31, 'EID'],
  [32, 'NIMLOC'],
  [33, 'SRV'],
  [34, 'ATMA'],
  [35, 'NAPTR'],
  [36, 'KX'],
  [37, 'CERT'],
  [38, 'A6'],
  [39, 'DNAME'],
  [40, 'SINK'],
  [41, 'OPT'],
  [42, 'APL'],
  [43, 'DS'],
  [44, 'SSHFP'],
  [45, 'IPSECKEY'],
  [46, 'RRSIG'],
  [47, 'NSEC'],
  [48, 'DNSKEY'],
  [49, 'DHCID'],
  [50, 'NSEC3'],
  [51, 'NSEC3PARAM'],
  [52, 'TLSA'],
  [53, 'SMIMEA'],
  [55, 'HIP'],
  [56, 'NINFO'],
  [57, 'RKEY'],
  [58, 'TALINK'],
  [59, 'CDS'],
  [60, 'CDNSKEY'],
  [61, 'OPENPGPKEY'],
  [62, 'CSYNC'],
  [63, 'ZONEMD'],
  [64, 'SVCB'],
  [65, 'HTTPS'],
  [66, 'DSYNC'],
  [67, 'HHIT'],
  [68, 'BRID'],
  [99, 'SPF'],
  [100, 'UINFO'],
  [101, 'UID'],
  [102, 'GID'],
  [103, 'UNSPEC'],
  [104, 'NID'],
  [105, 'L32'],
  [106, 'L64'],
  [107, 'LP'],
  [108, 'EUI48'],
  [109, 'EUI64'],
  [249, 'TKEY'],
  [250, 'TSIG'],
  [251, 'IXFR'],
  [252, 'AXFR'],
  [253, 'MAILB'],
  [254, 'MAILA'],
  [256, 'URI'],
  [257, 'CAA'],
  [258, 'AVC'],
  [259, 'DOA'],
  [260, 'AMTRELAY'],
  [261, 'RESINFO'],
  [262, 'WALLET'],
  [32768, 'TA'],
  [32769, 'DLV'],
];

const codeOfType: ReadonlyMap<string, number> = new Map<string, number>([
  ...numbers.map(([code, name]): [string, number] => [name, code]),
  ['KEYDATA', 65533], // read, never printed
]);
const nameOfType: ReadonlyMap<number, string> = new Map([...numbers, [255, 'ANY']]);
const writableTypes: readonly string[] = numbers
  .filter(([code]) => typeStatus(code) === 'data')
  .map(([, name]) => name);

const codeOfClass: ReadonlyMap<string, number> = new Map([
  ['RESERVED0', 0],
  ['IN', 1],
  ['CH', 3],
  ['CHAOS', 3],
  ['HS', 4],
  ['HESIOD', 4],
  ['NONE', 254],
  ['ANY', 255],
]);
const nameOfClass: ReadonlyMap<number, string> = new Map([
  [0, 'RESERVED0'],
  [1, 'IN'],
  [3, 'CH'],
  [4, 'HS'],
  [254, 'NONE'],
  [255, 'ANY'],
]);
