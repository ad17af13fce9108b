// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how snippets have their places
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainTopic, isTopic } from '../../src/features/completion/documentation.ts';
import { byOrder, type Proposal } from '../../src/features/completion/proposal.ts';
import { completion } from '../../src/features/completion.ts';
import { spotIn } from '../report/place-of.ts';

/** The proposals at the cursor in the order in which they are shown. */
function proposals(fixture: string): Proposal[] {
  const { ctx, file, position } = spotIn(fixture);
  return [...completion(ctx, file, position).items].sort((a, b) =>
    byOrder({ ...a, order: a.order ?? a.label }, { ...b, order: b.order ?? b.label }),
  );
}

function labels(fixture: string): string[] {
  return proposals(fixture).map(({ label }) => label);
}

/** The line at the cursor once a proposal is taken. */
function taken(fixture: string, label: string): string {
  const { ctx, file, position } = spotIn(fixture);
  const found = completion(ctx, file, position).items.filter((item) => item.label === label);
  assert.equal(found.length, 1, `${label} is proposed once`);
  const [{ range, text = label }] = found as [Proposal];
  const line = file.document.lineText(range.start.line);
  return line.slice(0, range.start.character) + text + line.slice(range.end.character);
}

const soa = '@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 2026112301 2h 900 1209600 3600';
const forward = `;- example.com.zone
${soa}
@ 1h IN MX 10 mail
@ 1h IN NS ns1
ns1 1h IN A 192.0.2.53
mail 1h IN A 192.0.2.25
www 1h IN AAAA 2001:db8::7
`;
const reverse = `;- 2.0.192.in-addr.arpa.zone
${soa}
53 1h IN PTR ns1.example.com.
77 1h IN PTR web.example.com.
`;

test('in a reverse zone the owners of hosts without a PTR come first, mail hosts before others, then the next free one', () => {
  const fixture = `${forward}a 1h IN A 192.0.2.9\n${reverse}<|>\n`;
  const owners = proposals(fixture).filter(({ kind }) => kind === 'address');
  assert.deepEqual(
    owners.map(({ label, detail }) => `${label}: ${detail}`),
    [
      '25: 192.0.2.25, mail.example.com: no PTR',
      '9: 192.0.2.9, a.example.com: no PTR',
      '78: 192.0.2.78, next in 192.0.2.0/24',
    ],
  );
});

test('in a classless zone too, and only for its own addresses', () => {
  const owners = proposals(
    `${forward};- 2.0.192.in-addr.arpa.zone\n${soa}\n$GENERATE 1-62 $ CNAME $.0/26\n0/26 1h NS ns1.example.com.\n` +
      `;- 0-26.zone origin=0/26.2.0.192.in-addr.arpa.\n${soa}\n53 1h IN PTR ns1.example.com.\n<|>\n`,
  ).filter(({ kind }) => kind === 'address');
  assert.deepEqual(
    owners.map(({ label, detail }) => `${label}: ${detail}`),
    ['25: 192.0.2.25, mail.example.com: no PTR', '54: 192.0.2.54, next in 192.0.2.0/26'],
  );
});

test('in a forward zone names that records lead to come first, then the zone, its names, services', () => {
  const all = labels(`${forward}@ 1h IN MX 20 backup\n<|>\n`);
  assert.equal(all[0], 'backup');
  for (const label of ['@', 'mail', 'www', '_dmarc', '_25._tcp.mail', '$ORIGIN', 'soa'])
    assert.ok(all.includes(label), label);
  assert.ok(all.indexOf('mail') < all.indexOf('_dmarc') && all.indexOf('_dmarc') < all.indexOf('soa'));
  const each = proposals(`${forward}<|>\n`).map(({ kind, label }) => `${kind} ${label}`);
  assert.equal(new Set(each).size, each.length, 'each once');
});

test('snippets are proposed in an empty owner column only, with the day', () => {
  const snippets = (fixture: string) => proposals(fixture).filter(({ kind }) => kind === 'snippet');
  assert.ok(snippets(`${forward}<|>\n`).length > 10);
  assert.deepEqual(snippets(`${forward}<|> 1h IN A 192.0.2.1\n`), []);
  assert.deepEqual(snippets(`${forward}www 1h <|>\n`), []);
  assert.deepEqual(snippets(`${forward}www 1h IN A <|>\n`), []);
  const soaSnippet = snippets(`${forward}<|>\n`).find(({ label }) => label === 'soa');
  assert.match(soaSnippet?.snippet ?? '', /\$\{3:20261123/);
  assert.match(soaSnippet?.text ?? '', /^@ +IN SOA +ns1 hostmaster \(\n +2026112301 ; serial/);
  const series = snippets(`${forward}<|>\n`).find(({ label }) => label === 'generate');
  assert.equal(series?.text, '$GENERATE 100-199 $ IN PTR pool-$.example.com.\n');
});

test('types come by what the owner asks for', () => {
  const first = (line: string) => labels(`${forward}${line}\n`)[0];
  assert.equal(first('_dmarc 1h IN <|>'), 'TXT');
  assert.equal(first('s1._domainkey 1h IN <|>'), 'TXT');
  assert.equal(first('_25._tcp.mail 1h IN <|>'), 'TLSA');
  assert.equal(first('_sip._tcp 1h IN <|>'), 'SRV');
  assert.equal(first('@ 1h IN <|>'), 'NS');
  assert.equal(first('other 1h IN <|>'), 'A');
  assert.equal(labels(`${forward}${reverse}9 1h IN <|>\n`)[0], 'PTR');
  assert.equal(labels(';- example.net.zone\n@ 1h IN <|>\n')[0], 'SOA');
  assert.equal(
    labels(`${forward}s 1h IN TXT "x"\n    <|>\nt 1h IN TXT "x"\n`)[0],
    'A',
    'a blank owner is the one above',
  );
});

test('a type that can not stand at an owner says why, and comes last', () => {
  const cname = (line: string) => proposals(`${forward}${line}\n`).find(({ label }) => label === 'CNAME');
  assert.equal(cname('mail 1h IN <|>')?.detail, 'not beside A: an alias stands alone');
  assert.equal(cname('@ 1h IN <|>')?.detail, 'not at the zone itself: HTTPS, A or AAAA do');
  assert.equal(cname('new 1h IN <|>')?.detail, 'Alias: the canonical name of the owner');
});

test('addresses: what a PTR waits for, then the next free one of each network', () => {
  const shown = (fixture: string) => proposals(fixture).map(({ label, detail }) => `${label}: ${detail}`);
  assert.deepEqual(shown(`${reverse}${forward}web 1h IN A <|>\n`), [
    '192.0.2.77: its PTR names web.example.com',
    '192.0.2.78: next in 192.0.2.0/24',
  ]);
  assert.deepEqual(shown(`${reverse}${forward}web 1h IN AAAA <|>\n`), ['2001:db8::8: next in 2001:db8::/64']);
  assert.deepEqual(shown(`;- example.net.zone\nx 1h IN A <|>\n`), []);
});

test('addresses are proposed until their last number is typed: 192.0.2.7 is not to become 192.0.2.77', () => {
  const filters = (fixture: string) => proposals(fixture).map(({ filter }) => filter);
  assert.deepEqual(filters(`${reverse}${forward}web 1h IN A 192.<|>\n`), ['192.0.2.', '192.0.2.']);
  assert.deepEqual(filters(`${reverse}${forward}web 1h IN AAAA <|>\n`), ['2001:db8::']);
});

test('a full network is passed over, and a gap is found behind the highest one', () => {
  const free = (fixture: string) => labels(fixture);
  assert.deepEqual(free(`;- example.net.zone\n$GENERATE 1-254 h$ A 192.0.2.$\nx 1h IN A <|>\n`), []);
  assert.deepEqual(free(`;- example.net.zone\ngw 1h IN A 192.0.2.254\na 1h IN A 192.0.2.1\nx 1h IN A <|>\n`), [
    '192.0.2.2',
  ]);
});

test('SPF: whole texts, terms that are not there yet, held hosts and known includes behind their colons', () => {
  assert.equal(taken(`${forward}@ 1h IN TXT <|>\n`, 'v=spf1 mx -all'), '@ 1h IN TXT "v=spf1 mx -all"');
  assert.equal(taken(`${forward}@ 1h IN TXT "<|>"\n`, 'v=spf1 mx -all'), '@ 1h IN TXT "v=spf1 mx -all"');
  const terms = labels(`${forward}@ 1h IN TXT "v=spf1 mx <|>"\n`);
  assert.ok(terms.includes('ip4:') && terms.includes('-all') && !terms.includes('mx'));
  assert.deepEqual(
    labels(`${forward}@ 1h IN TXT "v=spf1 -all <|>"\n`).filter((label) => /all$|redirect/.test(label)),
    [],
  );
  assert.equal(
    taken(`${forward}@ 1h IN TXT "v=spf1 ip4:1<|> -all"\n`, '192.0.2.25'),
    '@ 1h IN TXT "v=spf1 ip4:192.0.2.25 -all"',
  );
  assert.equal(
    proposals(`${forward}@ 1h IN TXT "v=spf1 ip4:<|>"\n`)[0]?.detail,
    'mail.example.com, which receives mail',
  );
  assert.equal(
    taken(`${forward}@ 1h IN TXT "v=spf1 a" " include:<|>"\n`, '_spf.google.com'),
    '@ 1h IN TXT "v=spf1 a" " include:_spf.google.com"',
  );
  assert.ok(labels(`${forward}@ 1h IN TXT "v=spf1 a:<|>"\n`).includes('mail.example.com'));
});

test('DMARC, TLS reports, MTA-STS and DKIM by the owner', () => {
  assert.ok(labels(`${forward}_dmarc 1h IN TXT <|>\n`).includes('v=DMARC1; p=none; rua=mailto:postmaster@example.com'));
  assert.equal(
    taken(`${forward}_dmarc 1h IN TXT "v=DMARC1; p=none;<|>"\n`, 'rua=mailto:'),
    '_dmarc 1h IN TXT "v=DMARC1; p=none; rua=mailto:"',
  );
  const tags = labels(`${forward}_dmarc 1h IN TXT "v=DMARC1; p=none; <|>"\n`);
  // Nor what dmarc-syntax tells: RFC 9989 has "pct" and "ri" no longer.
  for (const tag of ['p=', 'pct=', 'ri=']) assert.ok(!tags.includes(tag), tag);
  for (const tag of ['sp=', 'np=', 't=y']) assert.ok(tags.includes(tag), tag);
  assert.deepEqual(labels(`${forward}_dmarc 1h IN TXT "v=DMARC1; p=<|>"\n`), ['none', 'quarantine', 'reject']);
  assert.equal(
    taken(`${forward}_dmarc 1h IN TXT "v=DMARC1; rua=mai<|>"\n`, 'mailto:postmaster@example.com'),
    '_dmarc 1h IN TXT "v=DMARC1; rua=mailto:postmaster@example.com"',
  );
  assert.ok(labels(`${forward}_smtp._tls 1h IN TXT <|>\n`)[0]?.startsWith('v=TLSRPTv1; rua=mailto:'));
  assert.deepEqual(labels(`${forward}_mta-sts 1h IN TXT <|>\n`), ['v=STSv1; id=2026112301']);
  assert.ok(labels(`${forward}s._domainkey 1h IN TXT "v=DKIM1; <|>"\n`).includes('k=ed25519'));
  assert.deepEqual(labels(`${forward}_acme-challenge 1h IN TXT <|>\n`), []);
});

test('CAA: flags, tags, authorities in their quotes', () => {
  assert.deepEqual(labels(`${forward}@ 1h IN CAA <|>\n`), ['0', '128']);
  assert.deepEqual(labels(`${forward}@ 1h IN CAA 0 <|>\n`).slice(0, 3), ['issue', 'issuewild', 'iodef']);
  assert.equal(
    taken(`${forward}@ 1h IN CAA 0 issue <|>\n`, 'letsencrypt.org'),
    '@ 1h IN CAA 0 issue "letsencrypt.org"',
  );
  assert.equal(
    taken(`${forward}@ 1h IN CAA 0 issue "l<|>"\n`, 'letsencrypt.org'),
    '@ 1h IN CAA 0 issue "letsencrypt.org"',
  );
  assert.ok(labels(`${forward}@ 1h IN CAA 0 iodef <|>\n`).includes('mailto:security@example.com'));
});

test('TLSA and SSHFP numbers say what they stand for', () => {
  const shown = (line: string) => proposals(`${forward}${line}\n`).map(({ label, detail }) => `${label} ${detail}`);
  assert.equal(shown('_25._tcp.mail 1h IN TLSA <|>')[0], '3 DANE-EE: this certificate or key');
  assert.equal(shown('_25._tcp.mail 1h IN TLSA 3 <|>')[0], '1 the public key');
  assert.equal(shown('_25._tcp.mail 1h IN TLSA 3 1 <|>')[0], '1 SHA-256');
  assert.deepEqual(shown('_25._tcp.mail 1h IN TLSA 3 1 1 <|>'), []);
  assert.equal(shown('mail 1h IN SSHFP <|>')[0], '4 Ed25519');
  assert.equal(shown('mail 1h IN SSHFP 4 <|>')[0], '2 SHA-256');
});

test('the keys and values of service bindings; a value does not take its key away', () => {
  const line = 'www 1h IN HTTPS 1 .';
  assert.equal(taken(`${forward}${line} al<|>\n`, 'alpn'), `${line} alpn=`);
  assert.equal(taken(`${forward}${line} alpn=<|>\n`, 'h2'), `${line} alpn=h2`);
  assert.equal(taken(`${forward}${line} alpn=h2,<|>\n`, 'h3'), `${line} alpn=h2,h3`);
  assert.equal(taken(`${forward}${line} alpn="h2,<|>"\n`, 'h3'), `${line} alpn="h2,h3"`);
  assert.ok(!labels(`${forward}${line} alpn=h2 <|>\n`).includes('alpn'));
  assert.equal(taken(`${forward}${line} ipv6hint=<|>\n`, '2001:db8::7'), `${line} ipv6hint=2001:db8::7`);
  assert.deepEqual(labels(`${forward}${line} port=<|>\n`), ['443', '8443', '853']);
});

test('times are written as the file writes them', () => {
  assert.equal(labels(`;- example.com.zone\n$TTL <|>\n`)[0], '1h');
  assert.equal(labels(`;- example.com.zone\n$TTL 3600\n${soa}\n$TTL <|>\n`)[0], '3600');
  assert.deepEqual(labels(`;- example.com.zone\n@ 1h IN SOA ns1 h 1 <|>\n`), ['1d', '2h', '4h', '12h']);
  assert.deepEqual(labels(`;- example.com.zone\n@ 3600 IN SOA ns1 h 1 2h <|>\n`), ['7200', '900', '3600']);
  assert.ok(labels(`${forward}new <|>\n`).includes('300'));
  assert.ok(!labels(`${forward}new 1h <|>\n`).includes('300'));
});

test('a record goes on over lines, also while its parenthesis is still open', () => {
  const retry = ['2h', '15m', '1h'];
  assert.deepEqual(
    labels(`;- example.com.zone\n@ 1h IN SOA ns1 h ( ; "(\n 1 ; (\n 1d\n <|>\nwww 1h IN A 192.0.2.1\n`),
    retry,
  );
  assert.deepEqual(labels(`;- example.com.zone\n@ 1h IN SOA ns1 h (\n 1\n 1d\n <|>\n 2w 1h )\n`), retry);
  assert.equal(
    labels(`;- example.com.zone\n@ 1h IN TXT ( "(" )\n <|>\nwww 1h IN A 192.0.2.1\n`)[0],
    'SOA',
    'a closed one ends',
  );
});

test('of a file whose zone nobody knows $ORIGIN is what its records say', () => {
  const fixture = `;- named.conf
zone "example.com" { type primary; file "example.com.zone"; };
;- example.com.zone
${soa}
;- hosts.zone
$ORIGIN <|>
@ 1h IN SOA ns1.example.net. hostmaster.example.net. 1 2h 900 2w 1h
www 1h IN A 192.0.2.1
`;
  assert.deepEqual(labels(fixture), ['example.net.']);
});

test('$ORIGIN: the zone, and names that others stand below', () => {
  assert.deepEqual(labels(`${forward}a.lab 1h IN A 192.0.2.9\n$ORIGIN <|>\n`), ['example.com.', 'lab.example.com.']);
});

test('$GENERATE: ranges, owners, types, data', () => {
  assert.ok(labels(`${forward}$GENERATE <|>\n`).includes('1-254'));
  assert.ok(labels(`${forward}$GENERATE 1-9 <|>\n`).includes('host-$'));
  assert.equal(labels(`${forward}$GENERATE 1-9 h$ <|>\n`)[0], 'A');
  assert.equal(labels(`${forward}${reverse}$GENERATE 1-9 $ <|>\n`)[0], 'PTR');
  assert.ok(labels(`${forward}$GENERATE 1-9 h$ A <|>\n`).includes('$'));
});

test('$INCLUDE: the files beside the zone, those that are zones of their own last', () => {
  const fixture = `;- named.conf
zone "example.com" { type primary; file "zones/example.com.zone"; };
zone "example.net" { type primary; file "zones/example.net.zone"; };
;- zones/example.com.zone
${soa}
$INCLUDE <|>
;- zones/parts/hosts.inc
a 1h IN A 192.0.2.1
;- zones/example.net.zone
${soa}
;- zones/README.md
words
`;
  assert.deepEqual(labels(fixture), ['zones/parts/hosts.inc', 'zones/example.net.zone']);
});

test('snippets are laid out as the lines around them, with their places to fill in', () => {
  const snippet = (lines: string): string | undefined =>
    proposals(`;- example.com.zone\n${soa}\n${lines}<|>\n`).find(({ label }) => label === 'host')?.snippet;
  const tabs = 'www\t\tIN\tA\t192.0.2.1\nmail\t\tIN\tA\t192.0.2.2\nftp\t\tIN\tA\t192.0.2.3\n';
  assert.equal(snippet(tabs), '${1:www}\t\tIN\tA\t${2:192.0.2.10}\n\t\tIN\tAAAA\t${3:2001:db8::10}\n$0');
  const blanks = 'www      IN  A   192.0.2.1\nmail     IN  A   192.0.2.2\nftp      IN  A   192.0.2.3\n';
  assert.equal(snippet(blanks), '${1:www}      IN  A   ${2:192.0.2.10}\n         IN  AAAA ${3:2001:db8::10}\n$0');
});

test('BIMI at its owner, the values of DKIM and DMARC tags, and no SPF below an underscore', () => {
  assert.equal(labels(`${forward}default._bimi 1h IN TXT "<|>"\n`)[0], 'v=BIMI1; l=https://');
  assert.deepEqual(labels(`${forward}s1._domainkey 1h IN TXT "v=DKIM1; k=<|>"\n`), ['rsa', 'ed25519']);
  assert.deepEqual(labels(`${forward}_dmarc 1h IN TXT "v=DMARC1; p=none; fo=<|>"\n`), ['1', '0', 'd', 's']);
  assert.deepEqual(labels(`${forward}token._acme-challenge 1h IN TXT "<|>"\n`), []);
});

test('numbers of SRV, URI, DS and DNSKEY, and a time that is begun', () => {
  assert.deepEqual(labels(`${forward}_sip._tcp 1h IN SRV <|>\n`), ['10', '20', '0']);
  assert.deepEqual(labels(`${forward}_ftp._tcp 1h IN URI 10 <|>\n`), ['0', '10']);
  assert.deepEqual(labels(`${forward}child 1h IN DS 1 13 <|>\n`).slice(0, 2), ['2', '4']);
  assert.equal(labels(`${forward}child 1h IN DNSKEY 257 3 <|>\n`)[0], '13');
  assert.ok(labels(`${forward}new 36<|>\n`).some((label) => label === '3600' || label === '1h'));
});

test('comments: the forms that silence, then ids of rules, and nothing in prose', () => {
  assert.deepEqual(labels(`${forward}x 1h IN A 192.0.2.1 ; zone<|>\n`).includes('zonewright-disable-line'), true);
  const ids = proposals(`${forward}; zonewright-disable-next-line ptr-stale ptr<|>\n`);
  assert.ok(ids.some(({ label }) => label === 'ptr-missing') && !ids.some(({ label }) => label === 'ptr-stale'));
  assert.equal(taken(`${forward}; zonewright-disable ptr-mis<|>\n`, 'ptr-missing'), '; zonewright-disable ptr-missing');
  assert.deepEqual(labels(`${forward}; zonewright-disable ptr-missing -- we <|>\n`), []);
  assert.deepEqual(labels(`${forward}; the mail host <|>\n`), []);
});

test('a PTR in a classless zone is led to the host of its address', () => {
  const all = labels(`${forward};- 0-26.zone origin=0/26.2.0.192.in-addr.arpa.\n${soa}\n25 1h IN PTR <|>\n`);
  assert.equal(all[0], 'mail.example.com.');
});

test('each proposal that has a topic is explained, and nothing else is', () => {
  const spots = [
    '<|>',
    'new <|>',
    '$<|>',
    '$TTL <|>',
    '$GENERATE <|>',
    'new 1h IN CNAME <|>',
    '@ 1h IN TXT "v=spf1 <|>"',
    '@ 1h IN TXT "v=spf1 include:<|>"',
    '_dmarc 1h IN TXT "v=DMARC1; p=<|>"',
    '@ 1h IN CAA 0 <|>',
    'new 1h IN SSHFP <|>',
    '; zonewright-disable <|>',
  ];
  for (const spot of spots) {
    const { ctx, file, position } = spotIn(`${forward}${spot}\n`);
    const { items } = completion(ctx, file, position);
    assert.ok(items.length > 0, spot);
    for (const { label, topic } of items) if (topic) assert.ok(explainTopic(ctx, topic), `${spot}: ${label}`);
  }
  const { ctx } = spotIn(`${forward}<|>\n`);
  assert.equal(
    explainTopic(ctx, { kind: 'name', view: '', name: 'ns1.example.com.' }),
    '`ns1.example.com`: A\n\n- `192.0.2.53`',
  );
  assert.equal(explainTopic(ctx, { kind: 'name', view: '', name: 'nobody.example.com.' }), undefined);
  assert.equal(explainTopic(ctx, { kind: 'word', vocabulary: '__proto__', name: 'x' }), undefined);
  assert.ok(
    !isTopic({ kind: 'word', name: 'mx' }) &&
      !isTopic(null) &&
      !isTopic('type MX') &&
      isTopic({ kind: 'type', name: 'MX' }),
  );
});

test('$GENERATE data by its type, and the port of a service', () => {
  const labels = (line: string): string[] => {
    const spot = spotIn(`;- example.com.zone
$TTL 1h
web A 192.0.2.80
six AAAA 2001:db8::80
${line}
;- example.net.zone
$TTL 1h
x A 192.0.2.99
`);
    const { items } = completion(spot.ctx, spot.file, spot.position);
    return [...items].sort((a, b) => ((a.order ?? a.label) < (b.order ?? b.label) ? -1 : 1)).map(({ label }) => label);
  };
  assert.equal(labels('$GENERATE 1-9 h$ A <|>')[0], '192.0.2.$');
  assert.equal(labels('$GENERATE 1-9 h$ AAAA <|>')[0], `2001:db8::\${0,1,x}`);
  assert.deepEqual(labels('$GENERATE 1-9 $ PTR <|>').slice(0, 2), ['host-$.example.com.', 'host-$.example.net.']);
  assert.deepEqual(labels('_sip._tcp SRV 0 0 <|>'), ['5060']);
  assert.deepEqual(labels('_odd._tcp SRV 0 0 <|>'), []);
});

test('a label of a service that the zone has is proposed once', () => {
  const fixture = `${forward}_dmarc 1h IN TXT "v=DMARC1; p=none"\n_dm<|>\n`;
  assert.equal(labels(fixture).filter((label) => label === '_dmarc').length, 1);
});

test('in a file without records the snippet of its kind of zone comes first', () => {
  assert.equal(labels(';- example.com.zone\n<|>\n')[0], 'zone');
  assert.equal(labels(';- 2.0.192.in-addr.arpa.zone\n<|>\n')[0], 'reverse');
  assert.equal(labels(';- 8.b.d.0.1.0.0.2.ip6.arpa.zone\n<|>\n')[0], 'reverse6');
  assert.notEqual(labels(`${forward}<|>\n`)[0], 'zone');
});

test('behind NS the servers of the zone and of other zones come first, held or not, without those of the owner', () => {
  const other = `;- example.org.zone
$TTL 1h
@ SOA ns1.example.net. hostmaster 1 2h 900 1209600 3600
@ NS ns1.example.net.
@ NS ns2.example.net.
`;
  const rest = ['@', 'mail', 'ns1', 'www'];
  const names = (line: string) => labels(`${other}${forward}@ NS ns1.example.net.\n${line}\n`);
  assert.deepEqual(names('child 1h IN NS <|>').slice(0, 3), ['ns1.example.net.', 'ns1', 'ns2.example.net.']);
  const atApex = names('@ 1h IN NS <|>');
  assert.equal(atApex[0], 'ns2.example.net.');
  assert.deepEqual(
    atApex.slice(1).sort(),
    rest.filter((name) => atApex.includes(name)),
  );
});

test('that a domain has no mail is not offered where it has', () => {
  const words = (fixture: string) => labels(fixture).filter((label) => label === 'nullmx');
  assert.deepEqual(words(`${forward}<|>\n`), []);
  assert.deepEqual(words(`;- example.org.zone\n${soa}\n<|>\n`), ['nullmx']);
});
