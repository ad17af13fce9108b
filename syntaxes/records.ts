import type { Field } from './tokens.ts';

/** How the rdata of some types is written: the leading fields, and what the rest is made of. */
export interface Layout {
  readonly types: readonly string[];
  readonly fields: readonly Field[];
  readonly rest?: Field;
}

/** A row for each way of writing rdata. Types that are in no row are coloured by the look of their tokens. */
export const layouts: readonly Layout[] = [
  row('A', ['ipv4']),
  row('AAAA', ['ipv6']),
  row('NS CNAME PTR DNAME MB MG MR MD MF NSAP-PTR ALIAS ANAME', ['name']),
  row('MINFO RP TALINK', ['name', 'name']),
  row('SOA', ['name', 'name', 'number'], 'period'),
  row('MX KX RT AFSDB LP', ['number', 'name']),
  row('PX', ['number', 'name', 'name']),
  row('SRV', ['number', 'number', 'number', 'name']),
  row('TXT SPF HINFO X25 ISDN GPOS NINFO AVC RESINFO WALLET CLA', ['string'], 'string'),
  row('NAPTR', ['number', 'number', 'string', 'string', 'string', 'name']),
  row('URI', ['number', 'number', 'string']),
  row('CAA', ['number', 'property', 'string']),
  row('SVCB HTTPS', ['number', 'name'], 'parameter'),
  row('DELEG DELEGPARAM', ['parameter'], 'parameter'),
  row('DS CDS DLV TA', ['number', 'mnemonic', 'mnemonic'], 'hex'),
  row('DNSKEY CDNSKEY KEY RKEY', ['mnemonic', 'mnemonic', 'mnemonic'], 'base64'),
  row('KEYDATA', ['time', 'time', 'time', 'mnemonic', 'mnemonic', 'mnemonic'], 'base64'),
  row('RRSIG SIG', ['typeOrNumber', 'mnemonic', 'number', 'number', 'time', 'time', 'number', 'name'], 'base64'),
  row('NSEC', ['name'], 'type'),
  row('NXT', ['name'], 'typeOrNumber'),
  row('NSEC3', ['mnemonic', 'number', 'number', 'hexGroups', 'base64'], 'type'),
  row('NSEC3PARAM', ['mnemonic', 'number', 'number', 'hexGroups']),
  row('CSYNC', ['number', 'number'], 'type'),
  row('TLSA SMIMEA', ['mnemonic', 'mnemonic', 'mnemonic'], 'hex'),
  row('SSHFP', ['number', 'number'], 'hex'),
  row('ZONEMD', ['number', 'number', 'number'], 'hex'),
  row('CERT', ['mnemonic', 'number', 'mnemonic'], 'base64'),
  row('SINK', ['number', 'number', 'number'], 'base64'),
  row('OPENPGPKEY DHCID HHIT BRID', ['base64'], 'base64'),
  row('IPSECKEY', ['number', 'number', 'number', 'gateway'], 'base64'),
  row('AMTRELAY', ['number', 'number', 'number', 'gateway']),
  row('HIP', ['number', 'hex', 'base64'], 'name'),
  row('DSYNC', ['typeOrNumber', 'mnemonic', 'number', 'name']),
  row('DOA', ['number', 'number', 'number', 'string'], 'base64'),
  row('APL', ['prefix'], 'prefix'),
  row('LOC', ['location'], 'location'),
  row('WKS', ['ipv4', 'service'], 'service'),
  row('A6', ['number', 'suffixOrName', 'name']),
  row('L32', ['number', 'ipv4']),
  row('NID L64', ['number', 'hexGroups']),
  row('EUI48 EUI64 NSAP ATMA EID NIMLOC', ['hexGroups'], 'hexGroups'),
  row('LUA', ['type', 'string'], 'string'),
  row('NULL IPN GID UID UINFO UNSPEC OPT TKEY TSIG MAILA MAILB AXFR IXFR NXNAME DYNA DYNC', ['any'], 'any'),
];

function row(types: string, fields: readonly Field[], rest?: Field): Layout {
  return { types: types.split(' '), fields, ...(rest === undefined ? {} : { rest }) };
}
