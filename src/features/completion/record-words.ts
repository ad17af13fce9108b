// biome-ignore-all lint/suspicious/noTemplateCurlyInString: $GENERATE has its numbers in such braces
import { laterPhrase } from '../../language/phrase.ts';
import { knownAuthorities } from '../../mail/caa.ts';
import type { Vocabulary } from './proposal.ts';

/** The tags of a CAA record (RFC 8659 section 4, RFC 9495). */
export const caaTags: Vocabulary = {
  name: 'caa',
  words: [
    {
      word: 'issue',
      detail: laterPhrase`who may issue certificates`,
      about: laterPhrase`The authority that may issue certificates for the name and all below it; ";" for none (RFC 8659 section 4.2).`,
    },
    {
      word: 'issuewild',
      detail: laterPhrase`who may issue wildcard certificates`,
      about: laterPhrase`The same for wildcards only; where it is left out, "issue" holds (RFC 8659 section 4.3).`,
    },
    {
      word: 'iodef',
      detail: laterPhrase`where authorities report`,
      about: laterPhrase`The address for reports of requests that were refused: mailto: or https: (RFC 8659 section 4.4).`,
    },
    { word: 'issuemail', detail: laterPhrase`who may issue S/MIME certificates`, about: 'RFC 9495 section 3.' },
    {
      word: 'issuevmc',
      detail: laterPhrase`who may issue mark certificates`,
      about: laterPhrase`Verified mark certificates, for BIMI.`,
    },
    { word: 'contactemail', detail: laterPhrase`whom authorities may write to` },
    { word: 'contactphone', detail: laterPhrase`whom authorities may call` },
  ],
};

/** The flags of a CAA record. */
export const caaFlags: Vocabulary = {
  name: 'caa-flags',
  words: [
    { word: '0', detail: laterPhrase`authorities may pass over a tag they do not know` },
    {
      word: '128',
      detail: laterPhrase`critical: who does not know the tag may not issue`,
      about: 'RFC 8659 section 4.1.1.',
    },
  ],
};

/** The names by which authorities read themselves in CAA records, each as they document it. */
export const authorities: Vocabulary = {
  name: 'authority',
  words: [
    ...knownAuthorities.map(({ domain, name }) => ({ word: domain, detail: name })),
    { word: ';', detail: laterPhrase`nobody` },
  ],
};

/** The addresses of reports in CAA records. */
export const reportSchemes: Vocabulary = {
  name: 'report-scheme',
  words: [
    { word: 'mailto:', detail: laterPhrase`by mail` },
    { word: 'https://', detail: laterPhrase`by HTTPS` },
  ],
};

/** The algorithms of keys that are in use, those first that new zones are signed with (RFC 9904). */
const algorithms: readonly (readonly string[])[] = [
  ['13', 'ECDSAP256SHA256', 'RFC 9904.'],
  ['15', 'Ed25519', 'RFC 9904.'],
  ['8', 'RSASHA256', 'RFC 9904.'],
  ['14', 'ECDSAP384SHA384', 'RFC 9904.'],
  ['16', 'Ed448', 'RFC 9904.'],
  ['10', 'RSASHA512', 'RFC 9904.'],
];

/** Numbers of fields that stand for something, by type and field. */
export const fieldNumbers: ReadonlyMap<string, Vocabulary> = new Map(
  Object.entries({
    'TLSA usage': [
      [
        '3',
        laterPhrase`DANE-EE: this certificate or key`,
        laterPhrase`The server shows exactly this, no authority is asked: for mail (RFC 7672 section 3.1.1).`,
      ],
      [
        '2',
        laterPhrase`DANE-TA: this authority`,
        laterPhrase`The chain ends in this certificate, one of your own may be (RFC 7671 section 5.2).`,
      ],
      [
        '1',
        laterPhrase`PKIX-EE: this certificate, by a known authority`,
        laterPhrase`Not for mail (RFC 7672 section 3.1.3).`,
      ],
      ['0', laterPhrase`PKIX-TA: this authority, a known one`, laterPhrase`Not for mail (RFC 7672 section 3.1.3).`],
    ],
    'TLSA selector': [
      [
        '1',
        laterPhrase`the public key`,
        laterPhrase`The record stays right when the certificate is renewed with its key (RFC 7671 section 5.1).`,
      ],
      ['0', laterPhrase`the whole certificate`, laterPhrase`The record must change with each certificate.`],
    ],
    'TLSA matching type': [
      ['1', 'SHA-256', laterPhrase`All clients know it (RFC 6698 section 2.1.3).`],
      ['2', 'SHA-512', ''],
      ['0', laterPhrase`the data as they are`, ''],
    ],
    'SSHFP algorithm': [
      ['4', 'Ed25519', 'RFC 7479.'],
      ['3', 'ECDSA', 'RFC 6594.'],
      ['1', 'RSA', 'RFC 4255.'],
      ['6', 'Ed448', 'RFC 8709.'],
      ['2', 'DSA', laterPhrase`Too weak, and gone from OpenSSH.`],
    ],
    'SSHFP fingerprint type': [
      ['2', 'SHA-256', 'RFC 6594.'],
      ['1', 'SHA-1', laterPhrase`Too weak for new records.`],
    ],
    'MX preference': [
      ['10', laterPhrase`lower is tried first`, ''],
      ['20', laterPhrase`after those of 10`, ''],
      ['0', laterPhrase`with "." as the host: no mail is received`, 'RFC 7505.'],
    ],
    'SRV priority': [
      ['10', laterPhrase`lower is tried first`, ''],
      ['20', laterPhrase`after those of 10`, ''],
      ['0', laterPhrase`before all others`, ''],
    ],
    'SRV weight': [
      ['0', laterPhrase`one server, or no choice among several`, 'RFC 2782.'],
      ['10', laterPhrase`a share among those of one priority`, 'RFC 2782.'],
    ],
    'HTTPS priority': [
      ['1', laterPhrase`a service; lower is tried first`, 'RFC 9460 section 2.4.3.'],
      ['0', laterPhrase`an alias, at the apex too`, 'RFC 9460 section 2.4.2.'],
    ],
    'DNSKEY flags': [
      ['257', laterPhrase`key-signing key`, 'RFC 4034 section 2.1.1, RFC 3757.'],
      ['256', laterPhrase`zone-signing key`, 'RFC 4034 section 2.1.1.'],
    ],
    'DNSKEY protocol': [['3', 'always', 'RFC 4034 section 2.1.2.']],
    'DNSKEY algorithm': algorithms,
    'DS algorithm': algorithms,
    'DS digest type': [
      ['2', 'SHA-256', 'RFC 9904.'],
      ['4', 'SHA-384', 'RFC 9904.'],
    ],
    'NSEC3PARAM iterations': [['0', laterPhrase`none, as RFC 9276 asks for`, '']],
  }).map(([key, rows]) => [
    key,
    {
      name: key,
      words: rows.map(([word = '', detail = '', about = '']) => ({ word, detail, ...(about ? { about } : {}) })),
    },
  ]),
);

/** The protocols of ALPN that are in use. */
export const protocols: Vocabulary = {
  name: 'alpn',
  words: [
    { word: 'h2', detail: 'HTTP/2' },
    { word: 'h3', detail: laterPhrase`HTTP/3, over QUIC` },
    { word: 'http/1.1', detail: laterPhrase`HTTP/1.1, the default of HTTPS records` },
    { word: 'dot', detail: `DNS over TLS` },
    { word: 'doq', detail: `DNS over QUIC` },
  ],
};

/** Ports that service bindings give. */
export const ports: Vocabulary = {
  name: 'port',
  words: [
    { word: '443', detail: 'HTTPS' },
    { word: '8443', detail: laterPhrase`HTTPS, elsewhere` },
    { word: '853', detail: laterPhrase`DNS over TLS or QUIC` },
  ],
};

/** Times that people give to records. */
export const ttls: Vocabulary = {
  name: 'ttl',
  words: [
    {
      word: '1h',
      detail: laterPhrase`3600 seconds`,
      about: laterPhrase`The usual time: changes are seen by all within the hour.`,
    },
    { word: '5m', detail: laterPhrase`300 seconds`, about: laterPhrase`For records that are about to change.` },
    { word: '1d', detail: laterPhrase`86400 seconds`, about: laterPhrase`For records that hardly change: NS, MX.` },
    { word: '15m', detail: laterPhrase`900 seconds` },
    { word: '4h', detail: laterPhrase`14400 seconds` },
    { word: '1w', detail: laterPhrase`604800 seconds` },
  ],
};

/** The same in seconds, for files that write them so. */
export const ttlSeconds: Vocabulary = {
  name: 'ttl-seconds',
  words: [
    { word: '3600', detail: '1h' },
    { word: '300', detail: '5m' },
    { word: '86400', detail: '1d' },
    { word: '900', detail: '15m' },
    { word: '14400', detail: '4h' },
    { word: '604800', detail: '1w' },
  ],
};

/** The times of an SOA record by the names of its fields (RFC 1912 section 2.2, RFC 2308). */
export const soaTimes: ReadonlyMap<string, readonly string[]> = new Map([
  ['refresh', ['1d', '2h', '4h', '12h']],
  ['retry', ['2h', '15m', '1h']],
  ['expire', ['4w', '2w', '1000h']],
  ['minimum', ['1h', '5m', '15m', '1d']],
]);

/** Labels that services, keys and policies stand under (RFC 8552). */
export const serviceLabels: Vocabulary = {
  name: 'service',
  words: [
    {
      word: '_dmarc',
      detail: laterPhrase`TXT: the DMARC policy`,
      about: laterPhrase`What receivers do with mail that is not signed and not sent by your hosts (RFC 9989).`,
    },
    { word: '_smtp._tls', detail: laterPhrase`TXT: where reports on TLS go`, about: 'RFC 8460.' },
    {
      word: '_mta-sts',
      detail: laterPhrase`TXT: there is an MTA-STS policy`,
      about: 'RFC 8461. The policy itself is on the web server mta-sts.',
    },
    {
      word: '_acme-challenge',
      detail: laterPhrase`TXT: proves the domain to an authority`,
      about: 'RFC 8555 section 8.4.',
    },
    {
      word: 'selector._domainkey',
      detail: laterPhrase`TXT: a DKIM key`,
      about: laterPhrase`The name of the key, under which signatures name it (RFC 6376).`,
    },
    { word: 'default._bimi', detail: laterPhrase`TXT: the mark that is shown beside mail` },
    {
      word: '_25._tcp.mail',
      detail: laterPhrase`TLSA: the certificate of a mail host`,
      about: laterPhrase`DANE for mail; the zone must be signed (RFC 7672).`,
    },
    { word: '_443._tcp', detail: laterPhrase`TLSA: the certificate of a web server` },
    { word: '_submission._tcp', detail: laterPhrase`SRV: where mail is handed in`, about: 'RFC 6186.' },
    { word: '_submissions._tcp', detail: laterPhrase`SRV: the same over TLS`, about: 'RFC 8314.' },
    { word: '_imaps._tcp', detail: laterPhrase`SRV: where mail is read`, about: 'RFC 6186.' },
    { word: '_autodiscover._tcp', detail: laterPhrase`SRV: settings of mail clients` },
    { word: '_caldavs._tcp', detail: laterPhrase`SRV: calendars`, about: 'RFC 6764.' },
    { word: '_carddavs._tcp', detail: laterPhrase`SRV: contacts`, about: 'RFC 6764.' },
    { word: '_sip._tls', detail: laterPhrase`SRV: telephony`, about: 'RFC 3263.' },
    { word: '_sip._udp', detail: laterPhrase`SRV: telephony`, about: 'RFC 3263.' },
    { word: '_xmpp-client._tcp', detail: laterPhrase`SRV: chat`, about: 'RFC 6120.' },
    { word: '_xmpp-server._tcp', detail: laterPhrase`SRV: chat between servers`, about: 'RFC 6120.' },
    { word: '_ldap._tcp', detail: laterPhrase`SRV: a directory` },
    { word: '_kerberos._udp', detail: laterPhrase`SRV: sign-on`, about: 'RFC 4120.' },
    { word: '_matrix-fed._tcp', detail: laterPhrase`SRV: Matrix between servers` },
    { word: '_dns', detail: laterPhrase`SVCB: encrypted DNS of a resolver`, about: 'RFC 9461.' },
    {
      word: '*',
      detail: laterPhrase`all names that do not exist`,
      about: laterPhrase`Answers for names without records of their own (RFC 4592).`,
    },
  ],
};

/** The directives of zone files, with a blank for what follows. */
export const directives: Vocabulary = {
  name: 'directive',
  words: [
    {
      word: '$ORIGIN',
      text: '$ORIGIN ',
      detail: laterPhrase`What relative names are under`,
      about: laterPhrase`\`$ORIGIN name\`: what relative names below this line are under (RFC 1035 section 5.1)`,
    },
    {
      word: '$TTL',
      text: '$TTL ',
      detail: laterPhrase`The time to live of records that give none`,
      about: laterPhrase`\`$TTL time\`: the time to live of the records below that give none of their own (RFC 2308 section 4)`,
    },
    {
      word: '$INCLUDE',
      text: '$INCLUDE ',
      detail: laterPhrase`Reads another file here`,
      about: laterPhrase`\`$INCLUDE file [origin]\`: reads the records of another file here. The origin behind it is the one before it (RFC 1035 section 5.1)`,
    },
    {
      word: '$GENERATE',
      text: '$GENERATE ',
      detail: laterPhrase`One record for each number of a range`,
      about: laterPhrase`\`$GENERATE start-stop[/step] owner [TTL] [class] type data\`: one record for each number; \`$\` stands for the number. BIND and some others know it`,
    },
  ],
};

/** Ranges of `$GENERATE`. */
export const generateRanges: Vocabulary = {
  name: 'generate-range',
  words: [
    { word: '1-254', detail: laterPhrase`all hosts of a /24` },
    { word: '0-255', detail: laterPhrase`all addresses of a /24` },
    { word: '100-199', detail: laterPhrase`a hundred` },
    { word: '0-254/2', detail: laterPhrase`every second one`, about: '`start-stop/step`' },
  ],
};

/** How the number of a `$GENERATE` line is put into its texts. */
export const generateParts: Vocabulary = {
  name: 'generate-part',
  words: [
    { word: '$', detail: laterPhrase`the number` },
    { word: 'host-$', detail: laterPhrase`a name with the number` },
    {
      word: '${0,3,d}',
      detail: laterPhrase`the number in three digits`,
      about: laterPhrase`\`\${offset,width,base}\`: what is added, how many digits at least, and d, o, x, X, n or N`,
    },
    { word: '${0,2,x}', detail: laterPhrase`the number in hexadecimal` },
    { word: '${100}', detail: laterPhrase`the number and 100` },
    { word: '${0,4,n}', detail: laterPhrase`the number as nibbles, for ip6.arpa` },
  ],
};

/** The comments that say "not here", and those that fold. */
export const commentForms: Vocabulary = {
  name: 'comment',
  words: [
    {
      word: 'zonewright-disable-line',
      text: 'zonewright-disable-line ',
      detail: laterPhrase`these rules are silent about this record`,
      about: laterPhrase`\`; zonewright-disable-line RULE -- reason\`: without rules, all are silent`,
    },
    {
      word: 'zonewright-disable-next-line',
      text: 'zonewright-disable-next-line ',
      detail: laterPhrase`these rules are silent about the next line`,
      about: laterPhrase`\`; zonewright-disable-next-line RULE -- reason\``,
    },
    {
      word: 'zonewright-disable',
      text: 'zonewright-disable ',
      detail: laterPhrase`these rules are silent from here on`,
    },
    {
      word: 'zonewright-enable',
      text: `zonewright-enable `,
      detail: laterPhrase`these rules speak again from here on`,
    },
    { word: '#region', text: `#region `, detail: laterPhrase`a part that folds begins` },
    { word: '#endregion', detail: laterPhrase`a part that folds ends` },
  ],
};
