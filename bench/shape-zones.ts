import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';

/** A zone that was written: its name without final dot, and its file. */
export interface WrittenZone {
  readonly name: string;
  readonly file: string;
}

/** What zones of one kind look like. */
export interface ZoneShape {
  /** What the table calls it. */
  readonly title: string;
  /** Times the time of nsd-checkzone that a check may take, or of `judge`. */
  readonly target: number;
  readonly judge?: 'named-checkzone' | 'named-checkconf';
  /** Writes the zones into a folder, about so many records in all. */
  readonly write: (folder: string, count: number) => readonly WrittenZone[];
}

type Lines = (put: (text: string) => void, count: number) => void;

const APEX = 'example.com';
const SOA = '@ IN SOA ns1 hostmaster 1 14400 3600 1209600 3600\n';
const SERVER = '@ IN NS ns1\nns1 IN A 192.0.2.53\n';
const HEAD = `$ORIGIN ${APEX}.\n$TTL 3600\n${SOA}${SERVER}`;
const GROUPED_HEAD = HEAD.replace(
  '1 14400 3600 1209600 3600',
  '(\n\t1\t; serial\n\t14400\t; refresh\n\t3600\t; retry\n\t1209600\t; expire\n\t3600 )\t; minimum',
);

/** Addresses of private space, of which no zone is held unless the shape has one. */
const ip4 = (i: number): string => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;
/** Public addresses, of documentation. */
const mailIp4 = (i: number): string => `198.51.100.${i & 255}`;
const hex = (i: number): string => i.toString(16);

const hostLine = (i: number): string => `host${i} IN A ${ip4(i)}\n`;

/** All shapes, by the word that chooses them. */
export const ZONE_SHAPES: Readonly<Record<string, ZoneShape>> = {
  pairs: { title: 'A and PTR in pairs', target: 0.5, write: writePairs },
  hosts: forward('A only, no reverse zone', 1, hostLine),
  comments: forward('A, a comment on each line and above each tenth', 1.1, (i) =>
    i % 10 === 0 ? `; rack ${i}\n${hostLine(i)}` : hostLine(i).replace('\n', ` ; host number ${i}\n`),
  ),
  crlf: {
    title: 'A, lines that end in CRLF',
    target: 1.1,
    write: one((put, count) => {
      put(HEAD.replaceAll('\n', '\r\n'));
      for (let i = 0; i < count; i++) put(hostLine(i).replace('\n', '\r\n'));
    }),
  },
  columns: forward('A, in columns', 1.1, (i) => `${`host${i}`.padEnd(24)}3600    IN      A       ${ip4(i)}\n`),
  upper: forward('A, in capitals', 1.1, (i) => hostLine(i).toUpperCase()),
  grouped: forward('A, SOA in parentheses', 1.1, hostLine, GROUPED_HEAD),
  signed: signed('signed, in parentheses (dnssec-signzone)', { style: 'grouped', bytes: 64, algorithm: 13 }),
  lines: signed('signed, one record a line (named-compilezone)', { style: 'lines', bytes: 64, algorithm: 13 }),
  ldns: signed('signed, by ldns-signzone', { style: 'ldns', bytes: 64, algorithm: 13 }),
  rsa: signed('signed, RSA with NSEC', { style: 'grouped', bytes: 256, algorithm: 8 }),
  nsec3: signed('signed, NSEC3', { style: 'grouped', bytes: 64, algorithm: 13, isHashed: true }),
  txt: forward('TXT', 1.3, (i) => `host${i} IN TXT "text number ${i} of some words"\n`),
  caa: forward('CAA', 1.3, (i) => `host${i} IN CAA 0 issue "ca${i % 7}.example.net"\n`),
  tlsa: forward(
    'TLSA, and the address of the host',
    1.3,
    (i) => `_443._tcp.host${i} IN TLSA 3 1 1 ${digest(i)}
${hostLine(i)}`,
    HEAD,
    2,
  ),
  mx: forward('MX, all at one host', 1.5, (i) => `host${i} IN MX 10 ns1\n`),
  mxown: forward('MX, each at a host of its own', 1.5, (i) =>
    i % 2 === 0 ? `host${i} IN MX 10 mail${i}\n` : `mail${i - 1} IN A ${mailIp4(i)}\n`,
  ),
  srv: forward('SRV', 1.5, (i) => `_sip._tcp.host${i} IN SRV 10 5 5060 ns1\n`),
  https: forward(
    'HTTPS, and the address of the host',
    2,
    (i) => `host${i} IN HTTPS 1 . alpn=h2,h3 ipv4hint=${ip4(i)}
${hostLine(i)}`,
    HEAD,
    2,
  ),
  hosting: { ...forward('hosting: SOA of one zone, domains of it', 1, hosted, HEAD, 8), judge: 'named-checkzone' },
  aaaa: forward(
    'AAAA, each in a /64 of its own',
    2,
    (i) => `host${i} IN AAAA 2001:db8:${hex(i >> 16)}:${hex(i & 0xffff)}::1\n`,
  ),
  tld: {
    title: 'delegations with glue and DS',
    target: 0.5,
    write: one((put, count) => {
      put(HEAD);
      for (let i = 0; i < count / 5; i++)
        put(
          `dom${i} IN NS ns1.dom${i}\ndom${i} IN NS ns2.dom${i}\ndom${i} IN DS ${i % 65536} 13 2 ${digest(i)}\nns1.dom${i} IN A ${ip4(i)}\nns2.dom${i} IN A ${ip4(i + 8_000_000)}\n`,
        );
    }),
  },
  include: { title: '1,000 $INCLUDE', target: 1.5, write: writeIncludes },
  generate: {
    title: '$GENERATE',
    target: 1,
    judge: 'named-checkzone',
    write: one((put, count) => {
      put(HEAD);
      for (let i = 0; i < count / 250; i++) put(`$GENERATE 1-250 host${i}-$ IN A 10.${(i >> 8) & 255}.${i & 255}.$\n`);
    }),
  },
  zones: { title: '10,000 zones that a named.conf names', target: 1.5, judge: 'named-checkconf', write: writeZones },
};

/** A forward zone of lines by number; `size` is how many records one of them makes. */
function forward(title: string, target: number, line: (i: number) => string, head = HEAD, size = 1): ZoneShape {
  const lines: Lines = (put, count) => {
    put(head);
    for (let i = 0; i < count / size; i++) put(line(i));
  };
  return { title, target, write: one(lines) };
}

/** Writes one zone, `example.com`. */
function one(lines: Lines): ZoneShape['write'] {
  return (folder, count) => [writeZone(folder, APEX, (put) => lines(put, count))];
}

function writePairs(folder: string, count: number): readonly WrittenZone[] {
  const reverse = '10.in-addr.arpa';
  return [
    writeZone(folder, APEX, (put) => {
      put(HEAD);
      for (let i = 0; i < count / 2; i++) put(hostLine(i));
    }),
    writeZone(folder, reverse, (put) => {
      put(`$ORIGIN ${reverse}.\n$TTL 3600\n@ IN SOA ns1.${APEX}. hostmaster.${APEX}. 1 14400 3600 1209600 3600\n`);
      put(`@ IN NS ns1.${APEX}.\n`);
      for (let i = 0; i < count / 2; i++)
        put(`${i & 255}.${(i >> 8) & 255}.${(i >> 16) & 255} IN PTR host${i}.${APEX}.\n`);
    }),
  ];
}

/** A domain as hosting companies have them: addresses, mail, its texts, an alias. */
function hosted(i: number): string {
  return (
    `dom${i} IN A ${ip4(i & 0xfff)}\ndom${i} IN AAAA 2001:db8::${hex(i & 0xfff)}\ndom${i} IN MX 10 mail.dom${i}\n` +
    `dom${i} IN TXT "v=spf1 mx -all"\nmail.dom${i} IN A ${mailIp4(i)}\nwww.dom${i} IN CNAME dom${i}\n` +
    `_dmarc.dom${i} IN TXT "v=DMARC1; p=quarantine"\nftp.dom${i} IN CNAME dom${i}\n`
  );
}

function writeIncludes(folder: string, count: number): readonly WrittenZone[] {
  const parts = path.join(folder, 'parts');
  mkdirSync(parts, { recursive: true });
  const each = Math.ceil(count / 1000);
  const zone = writeZone(folder, APEX, (put) => {
    put(HEAD);
    for (let part = 0; part < 1000; part++) {
      put(`$INCLUDE ${path.join(parts, `part${part}.inc`)}\n`);
      let text = '';
      for (let i = part * each; i < (part + 1) * each; i++) text += hostLine(i);
      writeFileSync(path.join(parts, `part${part}.inc`), text);
    }
  });
  return [zone];
}

function writeZones(folder: string, count: number): readonly WrittenZone[] {
  let configuration = `options { directory "${folder}"; };\n`;
  const zoneCount = Math.min(10_000, count / 10);
  const zones = Array.from({ length: zoneCount }, (_, i) => {
    const name = `zone${i}.example`;
    configuration += `zone "${name}" { type primary; file "${name}.zone"; };\n`;
    return writeZone(folder, name, (put) => {
      put(`$TTL 3600\n${SOA}${SERVER}`);
      for (let host = 0; host < 7; host++) put(`host${host} IN A ${ip4(i * 8 + host)}\n`);
    });
  });
  writeFileSync(path.join(folder, 'named.conf'), configuration);
  return zones;
}

/** How a zone is signed, and how the program that did it writes. */
interface Signing {
  readonly style: 'grouped' | 'lines' | 'ldns';
  /** Bytes of a signature. */
  readonly bytes: number;
  readonly algorithm: number;
  readonly isHashed?: true;
}

/**
 * A zone of hosts as a signer leaves it, all but the signatures, which are bytes of no meaning: no program compared
 * looks at more than their form.
 */
function signed(title: string, signing: Signing): ZoneShape {
  return { title, target: 1.3, write: one((put, count) => putSigned(put, Math.floor(count / 4), signing)) };
}

function putSigned(put: (text: string) => void, hostCount: number, signing: Signing): void {
  const key = madeBytes(signing.algorithm === 8 ? 260 : 64, 1);
  if (signing.algorithm === 8) key.set([3, 1, 0, 1]);
  const tag = keyTag(Buffer.concat([Buffer.from([1, 0, 3, signing.algorithm]), key]));
  const times = [30 * 86_400, 0].map((ahead) => stamp(Date.now() / 1000 - 3600 + ahead)).join(' ');
  const { style } = signing;
  let signatures = 0;
  let before = '';
  const record = (owner: string, type: string, data: string): void => {
    const shown = style === 'grouped' && owner === before ? '' : owner;
    before = owner;
    if (style === 'grouped')
      put(`${shown}${shown.length < 16 ? '\t\t' : '\t'}${shown ? '3600\tIN ' : '\t3600\t'}${type}\t${data}\n`);
    else if (style === 'lines') put(`${owner.padEnd(34)}3600 IN ${type}\t${type.length < 6 ? '\t' : ''}${data}\n`);
    else put(`${owner}\t3600\tIN\t${type}\t${data}\n`);
  };
  const sign = (owner: string, type: string, labels: number): void => {
    const words = wrapped(madeBytes(signing.bytes, 7 + signatures++).toString('base64'), style);
    const head = `${type} ${signing.algorithm} ${labels} 3600`;
    const signer = `${times} ${tag} ${APEX}.`;
    record(
      owner,
      'RRSIG',
      style === 'grouped' ? `${head} (\n\t\t\t\t\t${signer}\n\t\t\t\t\t${words} )` : `${head} ${signer} ${words}`,
    );
  };
  const set = (owner: string, type: string, data: string, labels = 3): void => {
    record(owner, type, data);
    sign(owner, type, labels);
  };
  set(`${APEX}.`, 'SOA', `ns1.${APEX}. hostmaster.${APEX}. 1 14400 3600 1209600 3600`, 2);
  set(`${APEX}.`, 'NS', `ns1.${APEX}.`, 2);
  set(`${APEX}.`, 'DNSKEY', `256 3 ${signing.algorithm} ${key.toString('base64')}`, 2);
  const owners = Array.from({ length: hostCount }, (_, i) => `host${String(i).padStart(7, '0')}.${APEX}.`);
  owners.push(`ns1.${APEX}.`);
  if (signing.isHashed) set(`${APEX}.`, 'NSEC3PARAM', '1 0 0 -', 2);
  else set(`${APEX}.`, 'NSEC', `${owners[0]} NS SOA RRSIG NSEC DNSKEY`, 2);
  owners.forEach((owner, i) => {
    set(owner, 'A', owner.startsWith('ns1') ? '192.0.2.53' : ip4(i));
    if (!signing.isHashed) set(owner, 'NSEC', `${owners[i + 1] ?? `${APEX}.`} A RRSIG NSEC`);
  });
  if (signing.isHashed) putHashedChain(set, owners);
}

function putHashedChain(set: (owner: string, type: string, data: string) => void, owners: readonly string[]): void {
  const types = new Map(owners.map((owner) => [hashedName(owner), 'A RRSIG']));
  types.set(hashedName(`${APEX}.`), 'NS SOA RRSIG DNSKEY NSEC3PARAM');
  const hashes = [...types.keys()].sort();
  hashes.forEach((hash, i) => {
    set(`${hash}.${APEX}.`, 'NSEC3', `1 0 0 - ${hashes[i + 1] ?? hashes[0]} ${types.get(hash)}`);
  });
}

/** The hash of NSEC3 without salt and further rounds (RFC 5155 section 5), in the alphabet of base32hex. */
function hashedName(name: string): string {
  const wire = name
    .split('.')
    .map((label) => String.fromCharCode(label.length) + label)
    .join('');
  const bytes = createHash('sha1').update(wire, 'latin1').digest();
  let text = '';
  for (let bit = 0; bit < 160; bit += 5)
    text += '0123456789ABCDEFGHIJKLMNOPQRSTUV'[
      ((((bytes[bit >> 3] as number) << 8) | (bytes[(bit >> 3) + 1] ?? 0)) >> (11 - (bit & 7))) & 31
    ];
  return text;
}

/** Base64 as each program breaks it into words. */
function wrapped(base64: string, style: Signing['style']): string {
  if (style === 'ldns') return base64;
  const [size, between] = style === 'lines' ? [56, ' '] : [36, '\n\t\t\t\t\t'];
  return base64.match(new RegExp(`.{1,${size}}`, 'g'))?.join(between) ?? '';
}

/** Bytes that look drawn, the same for the same seed. */
function madeBytes(count: number, seed: number): Buffer {
  const bytes = Buffer.alloc(count);
  let state = (seed * 2654435761) >>> 0 || 1;
  for (let i = 0; i < count; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = state >>> 8;
  }
  return bytes;
}

function digest(i: number): string {
  return madeBytes(32, i + 1)
    .toString('hex')
    .toUpperCase();
}

/** RFC 4034 appendix B. */
function keyTag(rdata: Buffer): number {
  let sum = 0;
  rdata.forEach((byte, i) => {
    sum += i & 1 ? byte : byte << 8;
  });
  return (sum + (sum >> 16)) & 0xffff;
}

function stamp(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/[-:T]|\..*/g, '');
}

/** Writes one file, a chunk at a time. */
function writeZone(folder: string, name: string, lines: (put: (text: string) => void) => void): WrittenZone {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.zone`);
  const handle = openSync(file, 'w');
  let text = '';
  lines((more) => {
    text += more;
    if (text.length < 1 << 20) return;
    writeSync(handle, text);
    text = '';
  });
  writeSync(handle, text);
  closeSync(handle);
  return { name, file };
}
