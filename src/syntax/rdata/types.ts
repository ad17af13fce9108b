import { addressPrefixes, hasForeignPrefix } from './apl.ts';
import { coveredType, oldCoveredType, oldTypes, typesKind } from './bitmap.ts';
import { base64Kind, hashedOwner, hexKind, hexOrDash } from './data.ts';
import { dsDigest, sshFingerprint, zoneDigest } from './digest.ts';
import {
  algorithm,
  algorithmWord,
  certificateType,
  digestType,
  hashAlgorithm,
  keyFlags,
  keyProtocol,
  managedKey,
  notifyScheme,
  optionalKey,
  publicKey,
  signature,
  signer,
  zeroFlags,
} from './dnssec.ts';
import { discovery, gateway, gatewayType, relay, relayType } from './gateway.ts';
import { identityAlgorithm, identityKey, identityTag } from './hip.ts';
import {
  digits,
  type FieldKind,
  host,
  ip4,
  ip6,
  name,
  names,
  numberKind,
  optionalString,
  quotableHost,
  seconds,
  serial,
  string,
  strings,
} from './kinds.ts';
import { location } from './loc.ts';
import {
  a6Length,
  a6Prefix,
  a6Suffix,
  atmAddress,
  base64OrDash,
  caaTag,
  euiKind,
  locator,
  longString,
  nsapAddress,
  octal,
  regexp,
  uri,
} from './odd.ts';
import { serviceParams } from './svcb.ts';
import { dateTime, signatureTime } from './time.ts';
import { wksProtocol, wksServices } from './wks.ts';

/** One field of a record type: its name, how it is read and shown, and what it means. */
export interface TypeField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly about: string;
}

/** A record type as a row of fields. */
export interface TypeRow {
  readonly code: number;
  /** Where the type is defined; '' where no RFC does it. */
  readonly rfc: string;
  readonly summary: string;
  readonly fields: readonly TypeField[];
  /** `generic` types have no form in words but that of RFC 3597; `hidden` ones have one but are shown in that form. */
  readonly form: 'words' | 'generic' | 'hidden';
  /** Whether these bytes are valid, yet can only be shown in the generic form. */
  readonly isOpaque?: (bytes: string) => boolean;
}

/** The row of a type in a class; undefined where only the generic form of RFC 3597 is known for it. */
export function typeRow(type: number, classNumber: number): TypeRow | undefined {
  if (classNumber === 3 && type === 1) return chaosAddress;
  if (classNumber !== 1 && onlyInternet.has(type) && !(classNumber === 4 && type === 1)) return undefined;
  return rows.get(type);
}

type Field = readonly [name: string, kind: FieldKind, about: string];

function row(code: number, rfc: string, summary: string, ...fields: readonly Field[]): TypeRow {
  const named = fields.map(([name, kind, about]) => ({ name, kind, about }));
  return { code, rfc, summary, fields: named, form: 'words' };
}

const u8 = numberKind(1);
const u16 = numberKind(2);
const u32 = numberKind(4);
const hex = hexKind(1);
const base64 = base64Kind(1);

const preference: Field = ['preference', u16, 'lower is tried first'];
const keyFields: readonly Field[] = [
  ['flags', keyFlags, '256 for a zone key, 257 for a key-signing key'],
  ['protocol', keyProtocol, 'always 3'],
  ['algorithm', algorithm, '8 RSASHA256, 13 ECDSAP256SHA256, 15 ED25519'],
  ['public key', publicKey, 'base64, may be spread over words'],
];
const digestFields: readonly Field[] = [
  ['key tag', u16, 'the tag of the key this is the digest of'],
  ['algorithm', algorithm, 'the algorithm of that key'],
  ['digest type', digestType, '1 SHA-1, 2 SHA-256, 4 SHA-384'],
  ['digest', dsDigest, 'hexadecimal, may be spread over words'],
];
const certificateFields: readonly Field[] = [
  ['usage', u8, '0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE'],
  ['selector', u8, '0 whole certificate, 1 public key'],
  ['matching type', u8, '0 as is, 1 SHA-256, 2 SHA-512'],
  ['data', hex, 'hexadecimal, may be spread over words'],
];
const bindingFields: readonly Field[] = [
  ['priority', u16, '0 makes an alias; else lower is tried first'],
  ['target', quotableHost, 'the host of the service, "." for the owner itself'],
  ['parameters', serviceParams, 'alpn, port, ipv4hint and others as key=value'],
];
const text: Field = ['text', strings, 'strings of up to 255 bytes each, in quotes'];

function signatureFields(covered: FieldKind, time: FieldKind, signerKind: FieldKind): readonly Field[] {
  return [
    ['type covered', covered, 'the type of the records signed'],
    ['algorithm', algorithm, 'the algorithm of the key'],
    ['labels', u8, 'labels of the owner, without root and wildcard'],
    ['original TTL', u32, 'the TTL of the records signed, in seconds'],
    ['expiration', time, 'YYYYMMDDHHmmSS'],
    ['inception', time, 'YYYYMMDDHHmmSS'],
    ['key tag', u16, 'the tag of the key'],
    ['signer', signerKind, 'the zone the key belongs to'],
    ['signature', signature, 'base64, may be spread over words'],
  ];
}

const table: readonly TypeRow[] = [
  row(1, 'RFC 1035', 'IPv4 address of a host', ['address', ip4, 'four decimal octets']),
  row(2, 'RFC 1035', 'Name server of a zone', [
    'host',
    host,
    'a name server, which must have an address and be no alias',
  ]),
  row(3, 'RFC 1035', 'Mail destination, obsolete', ['host', host, 'use MX']),
  row(4, 'RFC 1035', 'Mail forwarder, obsolete', ['host', host, 'use MX']),
  row(5, 'RFC 1035', 'Alias: the canonical name of the owner', [
    'target',
    host,
    'the name all questions are passed on to',
  ]),
  row(
    6,
    'RFC 1035',
    'Start of authority: the zone and how secondaries copy it',
    ['primary', host, 'the primary name server'],
    ['mailbox', name, 'the mail address of the zone’s keeper, its @ written as a dot'],
    ['serial', serial, 'the version of the zone; must grow with each change'],
    ['refresh', seconds, 'how often secondaries ask for changes'],
    ['retry', seconds, 'how soon they ask again after a failure'],
    ['expire', seconds, 'how long they go on answering without the primary'],
    ['minimum', seconds, 'how long an answer that a name does not exist is kept (RFC 2308)'],
  ),
  row(7, 'RFC 1035', 'Mailbox of a domain, experimental', ['host', host, 'the host with the mailbox']),
  row(8, 'RFC 1035', 'Member of a mail group, experimental', ['mailbox', name, 'the member']),
  row(9, 'RFC 1035', 'New name of a mailbox, experimental', ['mailbox', name, 'the new name']),
  { ...row(10, 'RFC 1035', 'Anything, experimental', ['data', hexKind(0), 'any bytes']), form: 'generic' },
  row(
    11,
    'RFC 1035',
    'Well-known services of a host, obsolete',
    ['address', ip4, 'the address of the host'],
    ['protocol', wksProtocol, 'tcp, udp or a number'],
    ['services', wksServices, 'names or ports'],
  ),
  row(12, 'RFC 1035', 'The name of an address', ['target', host, 'the host that has the address']),
  row(13, 'RFC 1035', 'Hardware and system of a host', ['cpu', string, 'the hardware'], ['os', string, 'the system']),
  row(
    14,
    'RFC 1035',
    'Mailboxes of a mail list, experimental',
    ['responsible', name, 'who keeps the list'],
    ['errors', name, 'who gets its error messages'],
  ),
  row(15, 'RFC 1035', 'Mail server of a domain', preference, [
    'exchange',
    host,
    'a mail server, which must have an address and be no alias',
  ]),
  row(16, 'RFC 1035', 'Text', text),
  row(
    17,
    'RFC 1183',
    'Responsible person',
    ['mailbox', name, 'a mail address, its @ written as a dot'],
    ['text name', name, 'where a TXT record says more'],
  ),
  row(
    18,
    'RFC 1183',
    'AFS cell database or DCE server',
    ['subtype', u16, '1 AFS, 2 DCE'],
    ['host', host, 'the server'],
  ),
  row(19, 'RFC 1183', 'X.25 address', ['address', digits, 'digits']),
  row(
    20,
    'RFC 1183',
    'ISDN number',
    ['address', string, 'the number'],
    ['subaddress', optionalString, 'may be left out'],
  ),
  row(21, 'RFC 1183', 'Route through a host', preference, ['host', host, 'the host that passes on']),
  row(22, 'RFC 1706', 'NSAP address', ['address', nsapAddress, '0x and hexadecimal digits']),
  row(23, 'RFC 1348', 'The name of an NSAP address', ['target', host, 'the host that has the address']),
  row(24, 'RFC 2535', 'Signature, replaced by RRSIG', ...signatureFields(oldCoveredType, dateTime, name)),
  row(25, 'RFC 2535', 'Key, for SIG(0) and TKEY', ...keyFields.slice(0, 3), [
    'public key',
    optionalKey,
    'base64, none with NOKEY in the flags',
  ]),
  row(
    26,
    'RFC 2163',
    'X.400 mail mapping',
    preference,
    ['map822', name, 'the internet domain'],
    ['mapx400', name, 'the X.400 domain'],
  ),
  row(
    27,
    'RFC 1712',
    'Geographical position',
    ['longitude', string, 'degrees'],
    ['latitude', string, 'degrees'],
    ['altitude', string, 'metres'],
  ),
  row(28, 'RFC 3596', 'IPv6 address of a host', ['address', ip6, 'groups of hexadecimal digits']),
  {
    ...row(29, 'RFC 1876', 'Location on Earth', [
      'location',
      location,
      '52 22 23.000 N 4 53 32.000 E -2.00m 1m 10000m 10m',
    ]),
    isOpaque: (bytes) => bytes.length > 0 && bytes.charCodeAt(0) > 0,
  },
  row(
    30,
    'RFC 2535',
    'Next name, replaced by NSEC',
    ['next name', name, 'the next owner of the zone'],
    ['types', oldTypes, 'the types of this owner'],
  ),
  row(31, '', 'Nimrod endpoint', ['data', hex, 'hexadecimal']),
  row(32, '', 'Nimrod locator', ['data', hex, 'hexadecimal']),
  row(
    33,
    'RFC 2782',
    'Server of a service',
    ['priority', u16, 'lower is tried first'],
    ['weight', u16, 'share among those of one priority'],
    ['port', u16, 'the port of the service'],
    ['target', host, 'the host, "." where the service is not offered'],
  ),
  {
    ...row(34, '', 'ATM address', ['address', atmAddress, '+ and digits, or hexadecimal digits']),
    isOpaque: (bytes) => bytes.length > 1 && bytes.charCodeAt(0) > 1,
  },
  row(
    35,
    'RFC 3403',
    'Rule that rewrites a name (ENUM, SIP)',
    ['order', u16, 'lower is read first'],
    ['preference', u16, 'lower is tried first within one order'],
    ['flags', string, '"S" SRV follows, "A" address follows, "U" a URI results'],
    ['services', string, 'the protocol, such as "SIP+D2U"'],
    ['regexp', regexp, '"!expression!replacement!", or "" with a replacement name'],
    ['replacement', name, 'the next name to ask, "." with a regexp'],
  ),
  row(36, 'RFC 2230', 'Key exchange host', preference, ['exchanger', host, 'the host']),
  row(
    37,
    'RFC 4398',
    'Certificate',
    ['type', certificateType, 'PKIX, SPKI, PGP and others, or a number'],
    ['key tag', u16, 'the tag of the key inside'],
    ['algorithm', algorithmWord, 'the algorithm of that key, 0 where unknown'],
    ['certificate', base64, 'base64, may be spread over words'],
  ),
  row(
    38,
    'RFC 2874',
    'IPv6 address in parts, historic',
    ['prefix length', a6Length, 'bits that another name gives'],
    ['suffix', a6Suffix, 'the address with those bits zero'],
    ['prefix name', a6Prefix, 'the name that gives them'],
  ),
  row(39, 'RFC 6672', 'Alias of all names below the owner', ['target', host, 'the tree they are found in']),
  row(
    40,
    '',
    'Anything',
    ['meaning', u8, 'a number'],
    ['coding', u8, 'a number'],
    ['subcoding', u8, 'a number'],
    ['data', base64Kind(0), 'base64'],
  ),
  {
    ...row(42, 'RFC 3123', 'Lists of address prefixes', [
      'prefixes',
      addressPrefixes,
      '1:192.0.2.0/24 !2:2001:db8::/32',
    ]),
    isOpaque: hasForeignPrefix,
  },
  row(43, 'RFC 4034', 'Delegation signer: the digest of a child zone’s key', ...digestFields),
  row(
    44,
    'RFC 4255',
    'Fingerprint of an SSH host key',
    ['algorithm', u8, '1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519, 6 Ed448'],
    ['fingerprint type', u8, '1 SHA-1, 2 SHA-256'],
    ['fingerprint', sshFingerprint, 'hexadecimal, may be spread over words'],
  ),
  row(
    45,
    'RFC 4025',
    'IPsec key of a host',
    ['precedence', u8, 'lower is tried first'],
    ['gateway type', gatewayType, '0 none, 1 IPv4, 2 IPv6, 3 name'],
    ['algorithm', u8, '1 DSA, 2 RSA'],
    ['gateway', gateway, 'as the type says, "." for none'],
    ['public key', base64, 'base64, may be spread over words'],
  ),
  row(46, 'RFC 4034', 'Signature of records', ...signatureFields(coveredType, signatureTime, signer)),
  row(
    47,
    'RFC 4034',
    'Next name of a signed zone',
    ['next name', name, 'the next owner of the zone'],
    ['types', typesKind(1), 'the types of this owner'],
  ),
  row(48, 'RFC 4034', 'Key of a signed zone', ...keyFields),
  row(49, 'RFC 4701', 'DHCP client of a name', ['data', base64, 'base64, may be spread over words']),
  row(
    50,
    'RFC 5155',
    'Next hashed name of a signed zone',
    ['hash algorithm', hashAlgorithm, '1 SHA-1'],
    ['flags', u8, '1 opt-out'],
    ['iterations', u16, '0 is recommended (RFC 9276)'],
    ['salt', hexOrDash, 'hexadecimal, "-" for none'],
    ['next hashed owner', hashedOwner, 'base32'],
    ['types', typesKind(0), 'the types of the owner'],
  ),
  row(
    51,
    'RFC 5155',
    'How a signed zone hashes its names',
    ['hash algorithm', hashAlgorithm, '1 SHA-1'],
    ['flags', u8, '0'],
    ['iterations', u16, '0 is recommended (RFC 9276)'],
    ['salt', hexOrDash, 'hexadecimal, "-" for none'],
  ),
  row(52, 'RFC 6698', 'Certificate of a TLS service (DANE)', ...certificateFields),
  row(53, 'RFC 8162', 'Certificate of a mail user (S/MIME)', ...certificateFields),
  row(
    55,
    'RFC 8005',
    'Host identity',
    ['algorithm', identityAlgorithm, 'the algorithm of the key'],
    ['identity tag', identityTag, 'hexadecimal in one word'],
    ['public key', identityKey, 'base64 in one word'],
    ['rendezvous servers', names, 'names, none at all too'],
  ),
  row(56, '', 'Status of a zone', text),
  row(57, '', 'Key for encrypting records', ['flags', zeroFlags, '0'], ...keyFields.slice(1)),
  row(58, '', 'Trust anchor link', ['previous', name, 'the name before'], ['next', name, 'the name after']),
  row(59, 'RFC 7344', 'DS a child zone asks its parent for', ...digestFields),
  row(60, 'RFC 7344', 'DNSKEY a child zone asks its parent for', ...keyFields),
  row(61, 'RFC 7929', 'OpenPGP key of a mail user', ['public key', base64, 'base64, may be spread over words']),
  row(
    62,
    'RFC 7477',
    'Records a child zone asks its parent to copy',
    ['serial', u32, 'the serial of the child zone'],
    ['flags', u16, '1 immediate, 2 wait for the serial'],
    ['types', typesKind(0), 'the types to copy: NS, A, AAAA'],
  ),
  row(
    63,
    'RFC 8976',
    'Digest of a whole zone',
    ['serial', u32, 'the serial the digest is for'],
    ['scheme', u8, '1 simple'],
    ['hash algorithm', u8, '1 SHA-384, 2 SHA-512'],
    ['digest', zoneDigest, 'hexadecimal, may be spread over words'],
  ),
  row(64, 'RFC 9460', 'Where and how a service is reached', ...bindingFields),
  row(65, 'RFC 9460', 'Where and how a web server is reached', ...bindingFields),
  row(
    66,
    'RFC 9859',
    'Where to send notices about changes of delegations',
    ['type', coveredType, 'the type notices are for: CDS, CSYNC'],
    ['scheme', notifyScheme, 'NOTIFY or a number'],
    ['port', u16, 'the port'],
    ['target', host, 'the host'],
  ),
  row(67, 'RFC 9886', 'Hierarchical host identity tag', ['data', base64, 'base64']),
  row(68, 'RFC 9886', 'Broadcast endorsements of a drone', ['data', base64, 'base64']),
  row(99, 'RFC 7208', 'Sender policy, replaced by TXT', text),
  row(104, 'RFC 6742', 'Node identifier (ILNP)', preference, [
    'node identifier',
    locator,
    'four groups of hexadecimal digits',
  ]),
  row(105, 'RFC 6742', '32-bit locator (ILNP)', preference, ['locator', ip4, 'written as an IPv4 address']),
  row(106, 'RFC 6742', '64-bit locator (ILNP)', preference, ['locator', locator, 'four groups of hexadecimal digits']),
  row(107, 'RFC 6742', 'Name of locators (ILNP)', preference, ['name', host, 'the name with L32 or L64 records']),
  row(108, 'RFC 7043', 'Hardware address of 48 bits', ['address', euiKind(6), '00-00-5e-00-53-2a']),
  row(109, 'RFC 7043', 'Hardware address of 64 bits', ['address', euiKind(8), '00-00-5e-ef-10-00-00-2a']),
  row(
    256,
    'RFC 7553',
    'URI of a service',
    ['priority', u16, 'lower is tried first'],
    ['weight', u16, 'share among those of one priority'],
    ['target', uri, 'the URI, in quotes'],
  ),
  row(
    257,
    'RFC 8659',
    'Who may issue certificates for a domain',
    ['flags', u8, '128 critical, else 0'],
    ['tag', caaTag, 'issue, issuewild, iodef, issuemail'],
    ['value', longString, 'an issuer’s domain, ";" for none, or a URI for iodef'],
  ),
  row(258, '', 'Application visibility', text),
  row(
    259,
    '',
    'Digital object',
    ['enterprise', u32, 'a number'],
    ['type', u32, 'a number'],
    ['location', u8, '1 local, 2 URI, 3 HDL'],
    ['media type', string, '"image/gif"'],
    ['data', base64OrDash, 'base64, "-" for none'],
  ),
  {
    ...row(
      260,
      'RFC 8777',
      'Relay for multicast',
      ['precedence', u8, 'lower is tried first'],
      ['discovery optional', discovery, '0 or 1'],
      ['relay type', relayType, '0 none, 1 IPv4, 2 IPv6, 3 name'],
      ['relay', relay, 'as the type says, "." for none'],
    ),
    isOpaque: (bytes) => (bytes.charCodeAt(1) & 127) > 3,
  },
  row(261, 'RFC 9606', 'What a resolver can do', text),
  row(262, '', 'Address of a wallet', text),
  row(32768, '', 'DNSSEC trust authority', ...digestFields),
  row(32769, 'RFC 8749', 'Look-aside digest of a key, historic', ...digestFields),
  {
    ...row(
      65533,
      '',
      'Managed key of a resolver',
      ['refresh', dateTime, 'YYYYMMDDHHmmSS'],
      ['added', dateTime, 'YYYYMMDDHHmmSS'],
      ['removed', dateTime, 'YYYYMMDDHHmmSS'],
      ...keyFields.slice(0, 3),
      ['public key', managedKey, 'base64, none where all before it is zero'],
    ),
    form: 'hidden',
    isOpaque: () => true,
  },
];

const rows: ReadonlyMap<number, TypeRow> = new Map(table.map((each) => [each.code, each]));

const chaosAddress = row(
  1,
  '',
  'Address in the class CH',
  ['domain', name, 'the network'],
  ['address', octal, 'octal'],
);

/** Types that BIND knows only in the class IN. */
const onlyInternet = new Set([1, 11, 22, 23, 26, 28, 31, 32, 33, 34, 36, 38, 42, 49, 64, 65]);
