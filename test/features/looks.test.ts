import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../src/features/completion.ts';
import { folds } from '../../src/features/folding.ts';
import { hints } from '../../src/features/hints.ts';
import { MOST_ENTRIES, outline } from '../../src/features/outline.ts';
import { selectionRanges } from '../../src/features/selection.ts';
import { signature } from '../../src/features/signature.ts';
import { findNames } from '../../src/features/symbols.ts';
import { colouredWords } from '../../src/features/tokens.ts';
import { finished } from '../../src/text/finished.ts';
import { show, spotIn } from '../report/place-of.ts';

const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

function hintsIn(fixture: string): string[] {
  const { ctx, file } = spotIn(fixture);
  return hints(ctx, file, whole).map(({ at, label }) => `${at.line + 1}:${at.character} ${label}`);
}

test('a relative name with dots shows what it becomes', () => {
  const fixture = `;- example.com.zone\nftp 1h IN CNAME www.example.com\na 1h IN CNAME www\nb 1h IN CNAME www.example.com.\n`;
  assert.deepEqual(hintsIn(fixture), ['1:31 www.example.com.example.com.']);
});

test('in a reverse zone each relative target and each address is shown', () => {
  const fixture = `;- 2.0.192.in-addr.arpa.zone\n10 1h IN PTR www\n11 1h IN PTR www.example.com.\n`;
  assert.deepEqual(hintsIn(fixture), ['1:16 192.0.2.10', '1:16 www.2.0.192.in-addr.arpa.', '2:29 192.0.2.11']);
});

test('under another $ORIGIN each relative target shows what it becomes', () => {
  const zone =
    '$ORIGIN example.com.\na 1h IN CNAME b\n$ORIGIN sub\na 1h IN CNAME b\nc 1h IN CNAME @\nd 1h IN CNAME b.example.com.\n';
  assert.deepEqual(hintsIn(`;- example.com.zone\n${zone}`), ['4:15 b.sub.example.com.']);
  assert.deepEqual(hintsIn(`;- example.com.zone\n$ORIGIN .\na.example.com 1h IN CNAME b.example.com\n`), []);
});

test('times in seconds are shown with units', () => {
  const fixture = `;- example.com.zone\n$TTL 3600\n@ IN SOA ns1 h 1 7200 900 2w 60\n`;
  assert.deepEqual(hintsIn(fixture), ['1:9 1h'], 'an SOA says enough by itself');
  const { ctx, file } = spotIn(fixture);
  const settings = { ...ctx.settings, inlayHints: { ...ctx.settings.inlayHints, soa: true } };
  const found = hints({ ...ctx, settings }, file, whole);
  assert.deepEqual(
    found.map(({ at, label }) => `${at.line + 1}:${at.character} ${label}`),
    ['1:9 1h', '2:31 2h 15m'],
  );
});

test('owners and names are coloured by where they lie', () => {
  const { ctx, file } = spotIn(`
;- example.com.zone
www 1h IN CNAME mail.example.org.
    1h IN MX 10 mail
;- 2.0.192.in-addr.arpa.zone
10 1h IN PTR www.example.com.
`);
  const words = colouredWords(ctx, file, whole).map(
    ({ at, length, type, modifiers }) => `${at.line}:${at.character}+${length} ${[type, ...modifiers].join('.')}`,
  );
  assert.deepEqual(words, [
    '0:0+3 zoneOwner.inZone',
    '0:16+17 zoneName.outOfZone',
    '1:0+1 zoneOwner.inherited',
    '1:16+4 zoneName.inZone',
  ]);
});

test('records over lines, comments, origins and regions fold', () => {
  const { ctx, file } = spotIn(`
;- example.com.zone
; one
; two
@ 1h IN SOA ns1 h (
  1 2h 900
  2w 1h
  ) ; end
$ORIGIN sub.example.com.
a 1h IN A 192.0.2.1
; #region hosts
b 1h IN A 192.0.2.2
; #endregion
$ORIGIN example.com.
c 1h IN A 192.0.2.3
`);
  assert.deepEqual(
    finished(folds(ctx.engine.store, file)).map(({ start, end, kind }) => `${start}-${end} ${kind}`),
    ['0-1 comment', '2-5 group', '6-10 region', '8-10 region', '11-12 region'],
  );
});

test('the selection grows from a label to the records of the owner', () => {
  const spot = spotIn(`;- example.com.zone\nwww 1h IN MX 10 mail.exa<|>mple.org.\n    1h IN A 192.0.2.1\n`);
  const ranges = selectionRanges(spot.ctx.engine.store, spot.file, spot.position);
  assert.deepEqual(
    show(
      spot,
      ranges.map((range) => ({ path: 'example.com.zone', range })),
    ).map((text) => text.split(': ')[1]),
    [
      'example',
      'mail.example.org.',
      '10 mail.example.org.',
      'www 1h IN MX 10 mail.example.org.',
      'www 1h IN MX 10 mail.example.org.',
    ],
  );
});

test('from the record it grows to its set, the owner, the region and the stretch of its origin', () => {
  const lines = [
    '$ORIGIN example.com.',
    '; #region hosts',
    'www 1h IN A 192.0.2.1',
    '    1h IN A 192.0.2.2',
    '    1h IN MX 10 mail',
    'ftp 1h IN A 192.0.2.3',
    '; #endregion',
    'end 1h IN A 192.0.2.4',
    '$ORIGIN sub.example.com.',
    'a 1h IN A 192.0.2.5',
  ];
  const spot = spotIn(`;- example.com.zone\n${lines.join('\n').replace('0.2.2', '0.2.<|>2')}\n`);
  const ranges = selectionRanges(spot.ctx.engine.store, spot.file, spot.position);
  assert.deepEqual(
    ranges.map(({ start, end }) => `${start.line}-${end.line}`),
    ['3-3', '3-3', '3-3', '2-3', '2-4', '1-6', '0-7'],
  );
});

test('the fields of the record at hand are shown', () => {
  const { ctx, file, position } = spotIn(`;- example.com.zone\nwww 1h IN MX 10 <|>\n`);
  const found = signature(ctx, file, position);
  assert.equal(found?.label, 'MX preference exchange');
  assert.equal(found?.active, 1);
  const tlsa = spotIn(`;- example.com.zone\n_25._tcp.www 1h IN TLSA 3 1 <|>\n`);
  assert.match(signature(tlsa.ctx, tlsa.file, tlsa.position)?.label ?? '', /^TLSA usage selector matching_type /);
  const none = spotIn(`;- example.com.zone\nwww 1h I<|>N MX 10 mail\n`);
  assert.equal(signature(none.ctx, none.file, none.position), undefined);
});

test('the outline groups owners under origins', () => {
  const { ctx, file } = spotIn(`
;- example.com.zone
@ 1h IN SOA ns1 h 1 2h 900 2w 1h
  1h IN NS ns1
$ORIGIN sub.example.com.
a 1h IN A 192.0.2.1
`);
  assert.deepEqual(
    finished(outline(ctx, file)).map(({ name, detail, children }) => [
      name,
      detail,
      children.map((child) => child.name),
    ]),
    [
      ['example.com', 'SOA NS', []],
      ['sub.example.com', '$ORIGIN', ['a']],
    ],
  );
});

test('the outline has each name once, with what its records make it', () => {
  const { ctx, file } = spotIn(`
;- example.com.zone
@ 1h IN SOA ns1 h 1 2h 900 2w 1h
www 1h IN A 192.0.2.1
lab 1h IN NS ns.lab
ftp 1h IN CNAME www
_25._tcp.www 1h IN TLSA 3 1 1 00
www 1h IN TXT "again"
@ 1h IN NS ns1
`);
  assert.deepEqual(
    finished(outline(ctx, file)).map(
      ({ name, detail, kind, range }) => `${range.start.line} ${kind} ${name}: ${detail}`,
    ),
    [
      '0 zone example.com: SOA NS',
      '1 host www: A TXT',
      '2 delegation lab: NS',
      '3 alias ftp: CNAME',
      '4 key _25._tcp.www: TLSA',
    ],
  );
});

test('an outline that ends early says so, and where', () => {
  const rows = Array.from({ length: MOST_ENTRIES + 10 }, (_, i) => `h${i} 1h IN TXT "x"`);
  const { ctx, file } = spotIn(`;- example.com.zone\n${rows.join('\n')}\n`);
  const entries = finished(outline(ctx, file));
  assert.equal(entries.length, MOST_ENTRIES + 1);
  const last = entries.at(-1);
  assert.equal(
    `${last?.kind} ${last?.name}: ${last?.detail}`,
    `rest More from line ${MOST_ENTRIES + 1} on: an outline shows 5000 names`,
  );
  assert.deepEqual(last?.range, {
    start: { line: MOST_ENTRIES, character: 0 },
    end: { line: MOST_ENTRIES + 10, character: 0 },
  });
  const whole = spotIn(`;- example.com.zone\n${rows.slice(0, MOST_ENTRIES).join('\n')}\n`);
  assert.equal(finished(outline(whole.ctx, whole.file)).at(-1)?.kind, 'text');
});

test('names of the workspace are found, addresses too', () => {
  const { ctx } = spotIn(`
;- example.com.zone
www 1h IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 1h IN PTR www.example.com.
`);
  assert.deepEqual(
    finished(findNames(ctx, 'ww')).map(({ name, types, path }) => [name, types, path]),
    [['www.example.com', 'A', 'example.com.zone']],
  );
  assert.deepEqual(
    finished(findNames(ctx, '192.0.2.1')).map(({ path }) => path),
    ['2.0.192.in-addr.arpa.zone'],
  );
});

function labels(fixture: string): string[] {
  const { ctx, file, position } = spotIn(fixture);
  return completion(ctx, file, position).items.map(({ label }) => label);
}

test('what can not be read yet has no type to be shown', () => {
  const zone = `;- example.com.zone\n@ 1h IN TXT "a"\nbroken 1h IN A 192\n`;
  const { ctx, file, position } = spotIn(`${zone}www 1h IN CNAME <|>\n`);
  assert.deepEqual(
    completion(ctx, file, position).items.map(({ label, detail }) => [label, detail]),
    [
      ['@', 'TXT example.com.'],
      ['broken', 'broken.example.com.'],
    ],
  );
  assert.deepEqual(
    ['example', 'broken'].map((query) => finished(findNames(ctx, query)).map(({ types }) => types)),
    [['TXT'], ['']],
  );
});

test('directives, types and classes are proposed where they may stand', () => {
  assert.deepEqual(labels(`;- example.com.zone\n$<|>\n`), ['$ORIGIN', '$TTL', '$INCLUDE', '$GENERATE']);
  const header = labels(`;- example.com.zone\nwww 1h <|>\n`);
  assert.ok(header.includes('MX') && header.includes('IN'));
  assert.ok(labels(`;- example.com.zone\nwww 1h IN P<|>\n`).includes('PTR'));
  assert.ok(labels(`;- example.com.zone\nwww 1h IN A 192.0.2.1\n    <|>\nftp 1h IN A 192.0.2.2\n`).includes('TXT'));
  assert.deepEqual(labels(`;- example.com.zone\nwww 1h IN A 192.0.2.1 ; a <|>\n`), []);
});

test('names are proposed relative where they lie under the origin, else with their final dot', () => {
  const zone = `;- example.com.zone\nmail 1h IN A 192.0.2.1\n*.x 1h IN A 192.0.2.2\n_sip 1h IN A 192.0.2.2\n`;
  assert.deepEqual(labels(`${zone}www 1h IN CNAME <|>\n`), ['mail']);
  assert.deepEqual(labels(`${zone}www 1h IN MX 10 <|>\n`), ['mail']);
  assert.deepEqual(labels(`${zone};- 2.0.192.in-addr.arpa.zone\n1 1h IN PTR m<|>\n`), ['mail.example.com.']);
  assert.deepEqual(labels(`${zone}www 1h IN CNAME mail.exa<|>\n`), ['mail.example.com.']);
});

test('aliases and names without an address are no targets of MX, SRV, NS and of PTR records in the reverse tree', () => {
  const zone = `;- example.com.zone\n@ 1h IN TXT "x"\nmail 1h IN A 192.0.2.1\nweb 1h IN CNAME mail\nbroken 1h IN A 192\n`;
  assert.deepEqual(labels(`${zone}@ 1h IN MX 20 <|>\n`), ['mail', 'broken']);
  assert.deepEqual(labels(`${zone}www 1h IN CNAME <|>\n`), ['@', 'mail', 'web', 'broken']);
  assert.deepEqual(labels(`${zone};- 2.0.192.in-addr.arpa.zone\n9 1h IN PTR <|>\n`), [
    'mail.example.com.',
    'broken.example.com.',
  ]);
});

test('the hosts that have the address come first as targets of its PTR record', () => {
  const { ctx, file, position } = spotIn(`
;- example.com.zone
a 1h IN A 192.0.2.1
b 1h IN A 192.0.2.2
www 1h IN A 192.0.2.82
zz 1h IN A 192.0.2.82
zz 1h IN A 192.0.2.83
;- 2.0.192.in-addr.arpa.zone
82 1h IN PTR <|>
`);
  const sorted = completion(ctx, file, position).items.map(({ label, order }) => ({ label, order: order ?? label }));
  assert.deepEqual(
    sorted.sort((x, y) => (x.order < y.order ? -1 : 1)).map(({ label }) => label),
    ['www.example.com.', 'zz.example.com.', 'a.example.com.', 'b.example.com.'],
  );
});

test('types that people use come first, obsolete ones last', () => {
  const header = labels(`;- example.com.zone\nwww 1h <|>\n`);
  const used =
    'A AAAA CNAME MX NS PTR SRV TXT CAA DS TLSA SSHFP HTTPS SVCB NAPTR DNAME CDS CDNSKEY DNSKEY OPENPGPKEY SMIMEA URI LOC HINFO RP IN';
  assert.deepEqual(header.slice(0, used.split(' ').length), used.split(' '));
  const at = (label: string): number => header.indexOf(label);
  assert.ok(at('AFSDB') > at('IN') && at('AFSDB') < at('ZONEMD'));
  for (const old of ['A6', 'ATMA', 'SPF', 'WKS', 'CH']) assert.ok(at(old) > at('ZONEMD'), old);
});

test('what stands below an underscore or in the reverse tree is no target of MX, SRV and NS', () => {
  const zone = `;- example.com.zone
@ 1h IN A 192.0.2.3
mail 1h IN A 192.0.2.1
s1._domainkey 1h IN TXT "k"
;- 2.0.192.in-addr.arpa.zone
@ 1h IN NS mail.example.com.
a.b 1h IN TXT "x"
;- example.net.zone
`;
  const targets = ['@', 'mail'].map((name) => (name === '@' ? 'example.com.' : `${name}.example.com.`));
  for (const head of ['MX 10', 'SRV 0 0 25']) assert.deepEqual(labels(`${zone}x 1h IN ${head} <|>\n`), targets);
  assert.deepEqual(labels(`${zone}x 1h IN NS <|>\n`), targets.toReversed());
  assert.deepEqual(labels(`${zone};- 1.0.192.in-addr.arpa.zone\n1 1h IN PTR <|>\n`), targets);
  assert.ok(labels(`${zone}x 1h IN CNAME <|>\n`).includes('s1._domainkey.example.com.'));
});

test('words of fields are proposed', () => {
  assert.ok(labels(`;- example.com.zone\nx 1h IN DS 1 <|>\n`).includes('ED25519'));
  assert.ok(labels(`;- example.com.zone\nx 1h IN HTTPS 1 . <|>\n`).includes('alpn'));
});
