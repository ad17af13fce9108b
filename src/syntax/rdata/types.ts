import { TYPE_A } from '../../dns/type-codes.ts';
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
import { type Colours, type Field, row, type TypeField, type TypeRow } from './type-row.ts';
import { wksProtocol, wksServices } from './wks.ts';

/** The rows of all types that may have records, in order of number. */
export function typeRows(): readonly TypeRow[] {
  return table;
}

/** The row of a type in a class; undefined where only the generic form of RFC 3597 is known for it. */
export function typeRow(type: number, classNumber: number): TypeRow | undefined {
  if (classNumber === 1) return rows.get(type);
  if (type === TYPE_A) return classNumber === 3 ? chaosAddress : classNumber === 4 ? rows.get(type) : undefined;
  const found = rows.get(type);
  return found?.isOnlyInternet ? undefined : found;
}

/** Which word of the rdata is the name that records of a type lead to; undefined where they lead to none. */
export function leadingWord(type: number): number | undefined {
  return leadingWords.get(type);
}

const u8 = numberKind(1);
const u16 = numberKind(2);
const u32 = numberKind(4);
const hex = hexKind(1);
const base64 = base64Kind(1);

const bytes: Field = ['data', hexKind(0), 'any bytes'];
const preference: Field = ['preference', u16, 'lower is tried first'];
const keyFields: readonly Field[] = [
  ['flags', keyFlags, '256 for a zone key, 257 for a key-signing key'],
  ['protocol', keyProtocol, 'always 3'],
  ['algorithm', algorithm, '8 RSASHA256, 13 ECDSAP256SHA256, 15 ED25519'],
  ['public key', publicKey, 'base64, may be spread over words'],
];
/** Flags may be words too. */
const keyColours: Colours = { fields: ['mnemonic', 'mnemonic', 'mnemonic'], rest: 'base64' };
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

/**
 * All that is known of each record type, a row a type in order of number. To add a type:
 *
 * 1. Its number, a line in `dns/type-codes.ts`: the constant's name is the mnemonic.
 * 2. Its row here: RFC and summary (hover, completion, signature help), then the fields with what each means. A field's
 *    kind reads it, prints it and says what it is; one that no other type has goes to a file beside this one.
 *    `type-row.ts` says what else a row may hold.
 * 3. Its records, good and bad, in `test/syntax/rdata/rdata.records.txt`: BIND judges them and prints them.
 * 4. `npm run generate` writes the grammar. `test/syntax/rdata/type-rows.test.ts` says what is still missing.
 */
const table: readonly TypeRow[] = [
  row('A', { rfc: 'RFC 1035', summary: 'IPv4 address of a host', place: 1, isOnlyInternet: true }, [
    'address',
    ip4,
    'four decimal octets',
  ]),
  row('NS', { rfc: 'RFC 1035', summary: 'Name server of a zone', leads: true, place: 5 }, [
    'host',
    host,
    'a name server, which must have an address and be no alias',
  ]),
  row('MD', { rfc: 'RFC 1035', summary: 'Mail destination, obsolete', isObsolete: true }, ['host', host, 'use MX']),
  row('MF', { rfc: 'RFC 1035', summary: 'Mail forwarder, obsolete', isObsolete: true }, ['host', host, 'use MX']),
  row('CNAME', { rfc: 'RFC 1035', summary: 'Alias: the canonical name of the owner', leads: true, place: 3 }, [
    'target',
    host,
    'the name all questions are passed on to',
  ]),
  row(
    'SOA',
    {
      rfc: 'RFC 1035',
      summary: 'Start of authority: the zone and how secondaries copy it',
      leads: true,
      place: 10,
      colours: { fields: ['name', 'name', 'number'], rest: 'period' },
    },
    ['primary', host, 'the primary name server'],
    ['mailbox', name, 'the mail address of the zone’s keeper, its @ written as a dot'],
    ['serial', serial, 'the version of the zone; must grow with each change'],
    ['refresh', seconds, 'how often secondaries ask for changes'],
    ['retry', seconds, 'how soon they ask again after a failure'],
    ['expire', seconds, 'how long they go on answering without the primary'],
    ['minimum', seconds, 'how long an answer that a name does not exist is kept (RFC 2308)'],
  ),
  row('MB', { rfc: 'RFC 1035', summary: 'Mailbox of a domain, experimental', isObsolete: true }, [
    'host',
    host,
    'the host with the mailbox',
  ]),
  row('MG', { rfc: 'RFC 1035', summary: 'Member of a mail group, experimental', isObsolete: true }, [
    'mailbox',
    name,
    'the member',
  ]),
  row('MR', { rfc: 'RFC 1035', summary: 'New name of a mailbox, experimental', isObsolete: true }, [
    'mailbox',
    name,
    'the new name',
  ]),
  row(
    'NULL',
    {
      rfc: 'RFC 1035',
      summary: 'Anything, experimental',
      isObsolete: true,
      form: 'generic',
      colours: { fields: ['any'], rest: 'any' },
    },
    bytes,
  ),
  row(
    'WKS',
    {
      rfc: 'RFC 1035',
      summary: 'Well-known services of a host, obsolete',
      isObsolete: true,
      isOnlyInternet: true,
      colours: { fields: ['ipv4', 'service'], rest: 'service' },
    },
    ['address', ip4, 'the address of the host'],
    ['protocol', wksProtocol, 'tcp, udp or a number'],
    ['services', wksServices, 'names or ports'],
  ),
  row('PTR', { rfc: 'RFC 1035', summary: 'The name of an address', leads: true, place: 6 }, [
    'target',
    host,
    'the name of the host, whole and with its final dot',
  ]),
  row(
    'HINFO',
    {
      rfc: 'RFC 1035',
      summary: 'Hardware and system of a host',
      place: 25,
      colours: { fields: ['string'], rest: 'string' },
    },
    ['CPU', string, 'the hardware'],
    ['operating system', string, 'the system'],
  ),
  row(
    'MINFO',
    { rfc: 'RFC 1035', summary: 'Mailboxes of a mail list, experimental', isObsolete: true },
    ['responsible mailbox', name, 'who keeps the list'],
    ['error mailbox', name, 'who gets its error messages'],
  ),
  row('MX', { rfc: 'RFC 1035', summary: 'Mail server of a domain', leads: true, place: 4 }, preference, [
    'exchange',
    host,
    'a mail server, which must have an address and be no alias',
  ]),
  row('TXT', { rfc: 'RFC 1035', summary: 'Text', place: 8 }, text),
  row(
    'RP',
    { rfc: 'RFC 1183', summary: 'Responsible person', place: 26 },
    ['mailbox', name, 'a mail address, its @ written as a dot'],
    ['text name', name, 'where a TXT record says more'],
  ),
  row(
    'AFSDB',
    { rfc: 'RFC 1183', summary: 'AFS cell database or DCE server', leads: true },
    ['subtype', u16, '1 AFS, 2 DCE'],
    ['host', host, 'the server'],
  ),
  row(
    'X25',
    { rfc: 'RFC 1183', summary: 'X.25 address', isObsolete: true, colours: { fields: ['string'], rest: 'string' } },
    ['address', digits, 'digits'],
  ),
  row(
    'ISDN',
    { rfc: 'RFC 1183', summary: 'ISDN number', isObsolete: true, colours: { fields: ['string'], rest: 'string' } },
    ['address', string, 'the number'],
    ['subaddress', optionalString, 'may be left out'],
  ),
  row('RT', { rfc: 'RFC 1183', summary: 'Route through a host', leads: true, isObsolete: true }, preference, [
    'host',
    host,
    'the host that passes on',
  ]),
  row(
    'NSAP',
    {
      rfc: 'RFC 1706',
      summary: 'NSAP address',
      isObsolete: true,
      isOnlyInternet: true,
      colours: { fields: ['hexGroups'], rest: 'hexGroups' },
    },
    ['address', nsapAddress, '0x and hexadecimal digits'],
  ),
  row('NSAP-PTR', { rfc: 'RFC 1348', summary: 'The name of an NSAP address', isObsolete: true, isOnlyInternet: true }, [
    'target',
    host,
    'the name of the host, whole and with its final dot',
  ]),
  row(
    'SIG',
    { rfc: 'RFC 2535', summary: 'Signature, replaced by RRSIG', isObsolete: true },
    ...signatureFields(oldCoveredType, dateTime, name),
  ),
  row(
    'KEY',
    { rfc: 'RFC 2535', summary: 'Key, for SIG(0) and TKEY', isObsolete: true, colours: keyColours },
    ...keyFields.slice(0, 3),
    ['public key', optionalKey, 'base64, none with NOKEY in the flags'],
  ),
  row(
    'PX',
    { rfc: 'RFC 2163', summary: 'X.400 mail mapping', isObsolete: true, isOnlyInternet: true },
    preference,
    ['map822 name', name, 'the internet domain'],
    ['mapx400 name', name, 'the X.400 domain'],
  ),
  row(
    'GPOS',
    {
      rfc: 'RFC 1712',
      summary: 'Geographical position',
      isObsolete: true,
      colours: { fields: ['string'], rest: 'string' },
    },
    // The RFC calls the first one longitude, and gives it the range and the examples of latitudes; NSD reads it so too.
    ['latitude', string, 'degrees'],
    ['longitude', string, 'degrees'],
    ['altitude', string, 'metres'],
  ),
  row('AAAA', { rfc: 'RFC 3596', summary: 'IPv6 address of a host', place: 2, isOnlyInternet: true }, [
    'address',
    ip6,
    'groups of hexadecimal digits',
  ]),
  row(
    'LOC',
    {
      rfc: 'RFC 1876',
      summary: 'Location on Earth',
      place: 24,
      isOpaque: (bytes) => bytes.length > 0 && bytes.charCodeAt(0) > 0,
    },
    ['location', location, '52 22 23.000 N 4 53 32.000 E -2.00m 1m 10000m 10m'],
  ),
  row(
    'NXT',
    {
      rfc: 'RFC 2535',
      summary: 'Next name, replaced by NSEC',
      isObsolete: true,
      colours: { fields: ['name'], rest: 'typeOrNumber' },
    },
    ['next name', name, 'the next owner of the zone'],
    ['types', oldTypes, 'the types of this owner'],
  ),
  row(
    'EID',
    {
      summary: 'Nimrod endpoint',
      isObsolete: true,
      isOnlyInternet: true,
      colours: { fields: ['hexGroups'], rest: 'hexGroups' },
    },
    ['data', hex, 'hexadecimal'],
  ),
  row(
    'NIMLOC',
    {
      summary: 'Nimrod locator',
      isObsolete: true,
      isOnlyInternet: true,
      colours: { fields: ['hexGroups'], rest: 'hexGroups' },
    },
    ['data', hex, 'hexadecimal'],
  ),
  row(
    'SRV',
    { rfc: 'RFC 2782', summary: 'Server of a service', leads: true, place: 7, isOnlyInternet: true },
    ['priority', u16, 'lower is tried first'],
    ['weight', u16, 'share among those of one priority'],
    ['port', u16, 'the port of the service'],
    ['target', host, 'the host, "." where the service is not offered'],
  ),
  row(
    'ATMA',
    {
      summary: 'ATM address',
      isObsolete: true,
      isOnlyInternet: true,
      isOpaque: (bytes) => bytes.length > 1 && bytes.charCodeAt(0) > 1,
      colours: { fields: ['hexGroups'], rest: 'hexGroups' },
    },
    ['address', atmAddress, '+ and digits, or hexadecimal digits'],
  ),
  row(
    'NAPTR',
    { rfc: 'RFC 3403', summary: 'Rule that rewrites a name (ENUM, SIP)', leads: true, place: 16 },
    ['order', u16, 'lower is read first'],
    ['preference', u16, 'lower is tried first within one order'],
    ['flags', string, '"S" SRV follows, "A" address follows, "U" a URI results'],
    ['services', string, 'the protocol, such as "SIP+D2U"'],
    ['regexp', regexp, '"!expression!replacement!", or "" with a replacement name'],
    ['replacement', name, 'the next name to ask, "." with a regexp'],
  ),
  row('KX', { rfc: 'RFC 2230', summary: 'Key exchange host', leads: true, isOnlyInternet: true }, preference, [
    'exchanger',
    host,
    'the host',
  ]),
  row(
    'CERT',
    { rfc: 'RFC 4398', summary: 'Certificate' },
    ['type', certificateType, 'PKIX, SPKI, PGP and others, or a number'],
    ['key tag', u16, 'the tag of the key inside'],
    ['algorithm', algorithmWord, 'the algorithm of that key, 0 where unknown'],
    ['certificate', base64, 'base64, may be spread over words'],
  ),
  row(
    'A6',
    {
      rfc: 'RFC 2874',
      summary: 'IPv6 address in parts, historic',
      isObsolete: true,
      isOnlyInternet: true,
      colours: { fields: ['number', 'suffixOrName', 'name'] },
    },
    ['prefix length', a6Length, 'bits that another name gives'],
    ['suffix', a6Suffix, 'the address with those bits zero'],
    ['prefix name', a6Prefix, 'the name that gives them'],
  ),
  row('DNAME', { rfc: 'RFC 6672', summary: 'Alias of all names below the owner', leads: true, place: 17 }, [
    'target',
    host,
    'the tree they are found in',
  ]),
  row(
    'SINK',
    { summary: 'Anything', isObsolete: true },
    ['meaning', u8, 'a number'],
    ['coding', u8, 'a number'],
    ['subcoding', u8, 'a number'],
    ['data', base64Kind(0), 'base64'],
  ),
  row(
    'APL',
    {
      rfc: 'RFC 3123',
      summary: 'Lists of address prefixes',
      isOnlyInternet: true,
      isOpaque: hasForeignPrefix,
      colours: { fields: ['prefix'], rest: 'prefix' },
    },
    ['prefixes', addressPrefixes, '1:192.0.2.0/24 !2:2001:db8::/32'],
  ),
  row(
    'DS',
    { rfc: 'RFC 4034', summary: 'Delegation signer: the digest of a child zone’s key', place: 11 },
    ...digestFields,
  ),
  row(
    'SSHFP',
    { rfc: 'RFC 4255', summary: 'Fingerprint of an SSH host key', place: 13 },
    ['algorithm', u8, '1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519, 6 Ed448'],
    ['fingerprint type', u8, '1 SHA-1, 2 SHA-256'],
    ['fingerprint', sshFingerprint, 'hexadecimal, may be spread over words'],
  ),
  row(
    'IPSECKEY',
    { rfc: 'RFC 4025', summary: 'IPsec key of a host' },
    ['precedence', u8, 'lower is tried first'],
    ['gateway type', gatewayType, '0 none, 1 IPv4, 2 IPv6, 3 name'],
    ['algorithm', u8, '1 DSA, 2 RSA'],
    ['gateway', gateway, 'as the type says, "." for none'],
    ['public key', base64, 'base64, may be spread over words'],
  ),
  row(
    'RRSIG',
    { rfc: 'RFC 4034', summary: 'Signature of records' },
    ...signatureFields(coveredType, signatureTime, signer),
  ),
  row(
    'NSEC',
    { rfc: 'RFC 4034', summary: 'Next name of a signed zone' },
    ['next name', name, 'the next owner of the zone'],
    ['types', typesKind(1), 'the types of this owner'],
  ),
  row('DNSKEY', { rfc: 'RFC 4034', summary: 'Key of a signed zone', place: 20, colours: keyColours }, ...keyFields),
  row('DHCID', { rfc: 'RFC 4701', summary: 'DHCP client of a name', isOnlyInternet: true }, [
    'data',
    base64,
    'base64, may be spread over words',
  ]),
  row(
    'NSEC3',
    {
      rfc: 'RFC 5155',
      summary: 'Next hashed name of a signed zone',
      colours: { fields: ['mnemonic', 'number', 'number', 'hexGroups', 'base64'], rest: 'type' },
    },
    ['hash algorithm', hashAlgorithm, '1 SHA-1'],
    ['flags', u8, '1 opt-out'],
    ['iterations', u16, '0 is recommended (RFC 9276)'],
    ['salt', hexOrDash, 'hexadecimal, "-" for none'],
    ['next hashed owner', hashedOwner, 'base32'],
    ['types', typesKind(0), 'the types of the owner'],
  ),
  row(
    'NSEC3PARAM',
    {
      rfc: 'RFC 5155',
      summary: 'How a signed zone hashes its names',
      colours: { fields: ['mnemonic', 'number', 'number', 'hexGroups'] },
    },
    ['hash algorithm', hashAlgorithm, '1 SHA-1'],
    ['flags', u8, '0'],
    ['iterations', u16, '0 is recommended (RFC 9276)'],
    ['salt', hexOrDash, 'hexadecimal, "-" for none'],
  ),
  row(
    'TLSA',
    {
      rfc: 'RFC 6698',
      summary: 'Certificate of a TLS service (DANE)',
      place: 12,
      colours: { fields: ['mnemonic', 'mnemonic', 'mnemonic'], rest: 'hex' },
    },
    ...certificateFields,
  ),
  row(
    'SMIMEA',
    {
      rfc: 'RFC 8162',
      summary: 'Certificate of a mail user (S/MIME)',
      place: 22,
      colours: { fields: ['mnemonic', 'mnemonic', 'mnemonic'], rest: 'hex' },
    },
    ...certificateFields,
  ),
  row(
    'HIP',
    { rfc: 'RFC 8005', summary: 'Host identity', colours: { fields: ['number', 'hex', 'base64'], rest: 'name' } },
    ['algorithm', identityAlgorithm, 'the algorithm of the key'],
    ['identity tag', identityTag, 'hexadecimal in one word'],
    ['public key', identityKey, 'base64 in one word'],
    ['rendezvous servers', names, 'names, none at all too'],
  ),
  row('NINFO', { summary: 'Status of a zone', isObsolete: true }, text),
  row(
    'RKEY',
    { summary: 'Key for encrypting records', isObsolete: true, colours: keyColours },
    ['flags', zeroFlags, '0'],
    ...keyFields.slice(1),
  ),
  row(
    'TALINK',
    { summary: 'Trust anchor link', isObsolete: true },
    ['previous name', name, 'the name before'],
    ['next name', name, 'the name after'],
  ),
  row('CDS', { rfc: 'RFC 7344', summary: 'DS a child zone asks its parent for', place: 18 }, ...digestFields),
  row(
    'CDNSKEY',
    { rfc: 'RFC 7344', summary: 'DNSKEY a child zone asks its parent for', place: 19, colours: keyColours },
    ...keyFields,
  ),
  row('OPENPGPKEY', { rfc: 'RFC 7929', summary: 'OpenPGP key of a mail user', place: 21 }, [
    'public key',
    base64,
    'base64, may be spread over words',
  ]),
  row(
    'CSYNC',
    { rfc: 'RFC 7477', summary: 'Records a child zone asks its parent to copy' },
    ['serial', u32, 'the serial of the child zone'],
    ['flags', u16, '1 immediate, 2 wait for the serial'],
    ['types', typesKind(0), 'the types to copy: NS, A, AAAA'],
  ),
  row(
    'ZONEMD',
    { rfc: 'RFC 8976', summary: 'Digest of a whole zone' },
    ['serial', u32, 'the serial the digest is for'],
    ['scheme', u8, '1 simple'],
    ['hash algorithm', u8, '1 SHA-384, 2 SHA-512'],
    ['digest', zoneDigest, 'hexadecimal, may be spread over words'],
  ),
  row(
    'SVCB',
    { rfc: 'RFC 9460', summary: 'Where and how a service is reached', leads: true, place: 15, isOnlyInternet: true },
    ...bindingFields,
  ),
  row(
    'HTTPS',
    { rfc: 'RFC 9460', summary: 'Where and how a web server is reached', leads: true, place: 14, isOnlyInternet: true },
    ...bindingFields,
  ),
  row(
    'DSYNC',
    { rfc: 'RFC 9859', summary: 'Where to send notices about changes of delegations' },
    ['type', coveredType, 'the type notices are for: CDS, CSYNC'],
    ['scheme', notifyScheme, 'NOTIFY or a number'],
    ['port', u16, 'the port'],
    ['target', host, 'the host'],
  ),
  row('HHIT', { rfc: 'RFC 9886', summary: 'Hierarchical host identity tag' }, ['data', base64, 'base64']),
  row('BRID', { rfc: 'RFC 9886', summary: 'Broadcast endorsements of a drone' }, ['data', base64, 'base64']),
  row('SPF', { rfc: 'RFC 7208', summary: 'Sender policy, replaced by TXT', isObsolete: true }, text),
  // Once set aside by IANA for user and group numbers; no form in words is known.
  row(
    'UINFO',
    {
      summary: 'User information, reserved',
      isObsolete: true,
      form: 'generic',
      colours: { fields: ['any'], rest: 'any' },
    },
    bytes,
  ),
  row(
    'UID',
    {
      summary: 'Number of a user, reserved',
      isObsolete: true,
      form: 'generic',
      colours: { fields: ['any'], rest: 'any' },
    },
    bytes,
  ),
  row(
    'GID',
    {
      summary: 'Number of a group, reserved',
      isObsolete: true,
      form: 'generic',
      colours: { fields: ['any'], rest: 'any' },
    },
    bytes,
  ),
  row(
    'UNSPEC',
    { summary: 'Anything, reserved', isObsolete: true, form: 'generic', colours: { fields: ['any'], rest: 'any' } },
    bytes,
  ),
  row('NID', { rfc: 'RFC 6742', summary: 'Node identifier (ILNP)' }, preference, [
    'node identifier',
    locator,
    'four groups of hexadecimal digits',
  ]),
  row('L32', { rfc: 'RFC 6742', summary: '32-bit locator (ILNP)' }, preference, [
    'locator',
    ip4,
    'written as an IPv4 address',
  ]),
  row('L64', { rfc: 'RFC 6742', summary: '64-bit locator (ILNP)' }, preference, [
    'locator',
    locator,
    'four groups of hexadecimal digits',
  ]),
  row('LP', { rfc: 'RFC 6742', summary: 'Name of locators (ILNP)', leads: true }, preference, [
    'name',
    host,
    'the name with L32 or L64 records',
  ]),
  row(
    'EUI48',
    { rfc: 'RFC 7043', summary: 'Hardware address of 48 bits', colours: { fields: ['hexGroups'], rest: 'hexGroups' } },
    ['address', euiKind(6), '00-00-5e-00-53-2a'],
  ),
  row(
    'EUI64',
    { rfc: 'RFC 7043', summary: 'Hardware address of 64 bits', colours: { fields: ['hexGroups'], rest: 'hexGroups' } },
    ['address', euiKind(8), '00-00-5e-ef-10-00-00-2a'],
  ),
  row(
    'URI',
    { rfc: 'RFC 7553', summary: 'URI of a service', place: 23 },
    ['priority', u16, 'lower is tried first'],
    ['weight', u16, 'share among those of one priority'],
    ['target', uri, 'the URI, in quotes'],
  ),
  row(
    'CAA',
    {
      rfc: 'RFC 8659',
      summary: 'Who may issue certificates for a domain',
      place: 9,
      colours: { fields: ['number', 'property', 'string'] },
    },
    ['flags', u8, '128 critical, else 0'],
    ['tag', caaTag, 'issue, issuewild, iodef, issuemail'],
    ['value', longString, 'an issuer’s domain, ";" for none, or a URI for iodef'],
  ),
  row('AVC', { summary: 'Application visibility' }, text),
  row(
    'DOA',
    { summary: 'Digital object' },
    ['enterprise', u32, 'a number'],
    ['type', u32, 'a number'],
    ['location', u8, '1 local, 2 URI, 3 HDL'],
    ['media type', string, '"image/gif"'],
    ['data', base64OrDash, 'base64, "-" for none'],
  ),
  row(
    'AMTRELAY',
    { rfc: 'RFC 8777', summary: 'Relay for multicast', isOpaque: (bytes) => (bytes.charCodeAt(1) & 127) > 3 },
    ['precedence', u8, 'lower is tried first'],
    ['discovery flag', discovery, '0 or 1'],
    ['relay type', relayType, '0 none, 1 IPv4, 2 IPv6, 3 name'],
    ['relay', relay, 'as the type says, "." for none'],
  ),
  row('RESINFO', { rfc: 'RFC 9606', summary: 'What a resolver can do' }, text),
  row('WALLET', { summary: 'Address of a wallet' }, text),
  row('TA', { summary: 'DNSSEC trust authority', isObsolete: true }, ...digestFields),
  row('DLV', { rfc: 'RFC 8749', summary: 'Look-aside digest of a key, historic', isObsolete: true }, ...digestFields),
  row(
    'KEYDATA',
    {
      summary: 'Managed key of a resolver',
      form: 'hidden',
      isOpaque: () => true,
      colours: { ...keyColours, fields: ['time', 'time', 'time', ...keyColours.fields] },
    },
    ['refresh', dateTime, 'YYYYMMDDHHmmSS'],
    ['added', dateTime, 'YYYYMMDDHHmmSS'],
    ['removed', dateTime, 'YYYYMMDDHHmmSS'],
    ...keyFields.slice(0, 3),
    ['public key', managedKey, 'base64, none where all before it is zero'],
  ),
];

/** An address in the class CH, which is made of a name and a number. */
const chaosAddress = row(
  'A',
  { summary: 'Address in the class CH' },
  ['domain', name, 'the network'],
  ['address', octal, 'octal'],
);

const rows: ReadonlyMap<number, TypeRow> = new Map(table.map((each) => [each.code, each]));

const leadingWords: ReadonlyMap<number, number> = new Map(
  table.filter(({ leads }) => leads).map(({ code, fields }) => [code, fields.findIndex(isName)]),
);

function isName({ kind: { use } }: TypeField): boolean {
  return use === 'host' || use === 'name';
}
