import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, differences, type ZoneFile } from '../support/edits.ts';

/** 2001:db8::1a2b:3cff:fe4d:5e6f below 2001:db8::/32. */
const SELF_ASSIGNED = 'f.6.e.5.d.4.e.f.f.f.c.3.b.2.a.1.0.0.0.0.0.0.0.0';

const ZONES: readonly ZoneFile[] = [
  { file: 'forward', origin: 'example.com.' },
  { file: 'reverse', origin: '2.0.192.in-addr.arpa.' },
  { file: 'reverse6', origin: '8.b.d.0.1.0.0.2.ip6.arpa.' },
  { file: 'child', origin: '0-7.2.0.192.in-addr.arpa.' },
  { file: 'next', origin: '3.0.192.in-addr.arpa.' },
];

/** Two views with a forward zone each, which read one reverse zone. */
const SHARED_REVERSE: readonly ZoneFile[] = [
  { file: 'forward', origin: 'example.com.' },
  { file: 'reverse', origin: '2.0.192.in-addr.arpa.' },
  { file: 'inner', origin: 'example.com.', view: 'inside' },
  { file: 'reverse', origin: '2.0.192.in-addr.arpa.', view: 'inside' },
];

/** Edits after which findings were not those of a fresh load once: each the smallest that showed it. */

test('a PTR in the zone above parts those of its classless zone', () => {
  const reverse = ['0-7 NS ns1.example.net.'];
  const child = ['$GENERATE 1-3 $ PTR h$.example.com.'];
  const forward = ['* A 192.0.2.0'];
  checkTexts(
    { forward: [], reverse, child },
    { reverse: ['2 PTR a.example.com.', ...reverse] },
    { forward },
    { reverse },
  );
  checkTexts({ forward, reverse, child }, { reverse: ['2 PTR a.example.com.', ...reverse] }, { reverse });
});

test('the delegation of a classless zone is written a second time', () =>
  checkTexts(
    { reverse: ['0-7 NS ns1.example.net.'], child: ['0 PTR a.example.net.'] },
    { reverse: ['0-7 NS ns2.example.net.', '0-7 NS ns1.example.net.'] },
    { reverse: ['0-7 NS ns1.example.net.'] },
  ));

test('the target of a crossed PTR becomes an alias', () =>
  checkTexts(
    { forward: ['b A 192.0.2.3', 'c A 192.0.2.0'], reverse: ['3 PTR c.example.com.', '0 PTR a.example.com.'] },
    { forward: ['a CNAME b', 'b A 192.0.2.3', 'c A 192.0.2.0'] },
    { forward: ['b A 192.0.2.3', 'c A 192.0.2.0'] },
  ));

test('the target of a crossed PTR is a wildcard name that becomes an alias', () =>
  checkTexts(
    {
      forward: ['* A 192.0.2.2', 'c A 192.0.2.1'],
      reverse: ['2 PTR a.example.com.', '1 PTR d.example.com.'],
    },
    { forward: ['a CNAME c', '* A 192.0.2.2', 'c A 192.0.2.1'] },
    { forward: ['* A 192.0.2.2', 'c A 192.0.2.1'] },
  ));

test('the PTR of an address in SPF stands behind an alias', () => {
  const spf = 'a TXT "v=spf1 ip4:192.0.2.1 -all"';
  checkTexts(
    { forward: [spf], reverse: ['1 CNAME p.example.com.'] },
    { forward: [spf, 'p PTR a.example.net.'] },
    { forward: [spf, 'p TXT "none"'] },
    { forward: [spf, 'p CNAME q', 'q PTR a.example.net.'] },
    { forward: [spf, 'p CNAME q'] },
  );
});

test('a mail host is an alias of a name that a wildcard alias stands for', () => {
  const forward = ['* CNAME a', 'd TXT "v=spf1 a:c.example.com -all"', 'c CNAME sub'];
  checkTexts({ forward, reverse: [] }, { forward: ['a A 192.0.2.0', ...forward] }, { forward });
  const circle = ['* CNAME a', 'a CNAME b', 'a TXT "v=spf1 a:a.example.com -all"'];
  checkTexts({ forward: circle, reverse: [] }, { forward: ['b A 192.0.2.0', ...circle] }, { forward: circle });
});

test('a domain whose SPF another one includes begins to take mail', () => {
  const forward = ['a A 192.0.2.1', 'b TXT "v=spf1 a:a.example.com -all"', 'c TXT "v=spf1 include:b.example.com -all"'];
  checkTexts({ forward, reverse: [] }, { forward: ['b MX 10 b.example.net.', ...forward] }, { forward });
  const other = ['@ MX 10 c.example.net.', '@ TXT "v=spf1 include:b.example.com -all"'];
  checkTexts({ forward, other, reverse: [] }, { other: other.slice(0, 1) }, { other }, { other: other.slice(1) });
  const mail = ['b MX 10 b.example.net.'];
  checkTexts(
    { forward: [...forward, ...mail], reverse: [] },
    { forward: [...mail, 'b MX 0 .', ...forward] },
    { forward },
  );
});

test('the target of an MX and of an SRV record gets and loses addresses', () => {
  const forward = ['a MX 10 h.x', 'b SRV 0 0 25 h.x', '*.d MX 10 m.d', '* MX 10 y', 'y CNAME h.x'];
  const more = ['h.x A 192.0.2.1', 'h.x CNAME z', 'h.x CNAME z.example.net.', '*.x A 192.0.2.2', '*.x CNAME a'];
  const above = ['x NS ns1.example.net.', 'x DNAME sub', 'w.h.x TXT "x"', 'h.x AAAA 2001:db8::1', 'm.d A 192.0.2.3'];
  for (const line of [...more, ...above]) {
    checkTexts({ forward, reverse: [] }, { forward: [line, ...forward] }, { forward });
    checkTexts({ forward: [line, ...forward], reverse: [] }, { forward });
    checkTexts(
      { forward: ['*.x A 192.0.2.2', ...forward], reverse: [] },
      { forward: [line, '*.x A 192.0.2.2', ...forward] },
    );
  }
});

test('a zone that is held beside it gets and loses the host of an MX record', () => {
  const forward = ['a MX 10 mail.example.org.', 'b SRV 0 0 25 gone.sub'];
  const sub = ['gone A 192.0.2.1'];
  const below: ZoneFile = { file: 'sub', origin: 'sub.example.com' };
  const zones = [...ZONES.filter(({ file }) => file === 'forward'), below];
  checkFiles(zones, { forward, sub: [] }, { sub }, { sub: [] }, { forward: ['sub NS ns1.example.net.', ...forward] });
});

test('a name beside a wildcard comes and goes', () => {
  const forward = ['* A 192.0.2.1', 'a A 192.0.2.0'];
  const reverse = ['1 PTR a.example.com.', '0 PTR b.example.com.'];
  const sender = 'b TXT "v=spf1 a:b.example.com -all"';
  checkTexts(
    { forward, reverse },
    { forward: [sender, ...forward] },
    { forward },
    { forward: ['c.b TXT "x"', ...forward] },
  );
});

test('a name beside a wildcard that a DNAME leads to comes and goes', () => {
  const forward = ['sub DNAME @', '* A 192.0.2.0'];
  const reverse = ['1 PTR x.a.sub.example.com.'];
  checkTexts({ forward, reverse }, { forward: ['a A 192.0.2.0', ...forward] }, { forward });
});

test('a name that a DNAME leads to comes and goes', () =>
  checkTexts(
    { forward: ['old DNAME sub'], reverse: ['2 PTR a.old.example.com.'] },
    { forward: ['old DNAME sub', 'a.sub A 192.0.2.5'] },
    { forward: ['old DNAME sub'] },
  ));

test('a reverse name is an alias of that of another address', () =>
  checkTexts(
    { forward: [], reverse: ['0 CNAME 1', '1 PTR b.example.com.'] },
    { forward: ['b A 192.0.2.1'] },
    { forward: [] },
  ));

test('a classless zone leads an address to a zone that nobody holds', () =>
  checkTexts(
    { forward: ['a A 192.0.2.0'], child: [] },
    { child: ['0 CNAME 0.away.example.net.'] },
    { child: ['0 CNAME 1'] },
  ));

test('an address that its host took itself has a PTR in another view', () => {
  const forward = ['a AAAA 2001:db8::1a2b:3cff:fe4d:5e6f'];
  const zones = [
    { file: 'forward', origin: 'example.com.' },
    { file: 'reverse6', origin: '8.b.d.0.1.0.0.2.ip6.arpa.' },
    { file: 'inner', origin: 'example.com.', view: 'inside' },
    { file: 'inner6', origin: '8.b.d.0.1.0.0.2.ip6.arpa.', view: 'inside' },
  ];
  checkFiles(
    zones,
    { forward, reverse6: [], inner: forward, inner6: [] },
    { inner6: [`${SELF_ASSIGNED} PTR a.example.com.`] },
    { inner6: [] },
    { inner6: [`${SELF_ASSIGNED} PTR a.example.com.`] },
    { inner: [] },
    { inner: forward },
  );
});

test('a PTR that two views read answers for two addresses, one of which sends mail in the other view', () => {
  const reverse = ['0 PTR a.example.com.'];
  const inner = ['a TXT "v=spf1 ip4:192.0.2.0 -all"'];
  checkFiles(
    SHARED_REVERSE,
    { forward: ['c A 192.0.2.0', 'a A 192.0.2.3'], reverse, inner },
    { reverse: ['3 CNAME 0', ...reverse] },
    { inner: [] },
    { inner },
  );
});

test('one address of a $GENERATE line of PTRs that two views read gets a name in one of them', () => {
  const generated = '$GENERATE 0-3 $.0-7 PTR h$.example.com.';
  for (const reverse of [
    ['2 CNAME 0.0-7', generated],
    ['3 CNAME 2', '2 CNAME 0.0-7', generated],
  ])
    checkFiles(
      SHARED_REVERSE,
      { forward: [], reverse, inner: [] },
      { inner: ['a A 192.0.2.2'] },
      { inner: ['a A 192.0.2.3'] },
      { inner: [] },
      { forward: ['a A 192.0.2.2'] },
    );
});

test('an alias in another network leads to the PTR of a $GENERATE line', () => {
  const reverse = ['$GENERATE 0-3 $ PTR h$.example.com.'];
  const next = ['0 CNAME 0.2.0.192.in-addr.arpa.'];
  checkTexts({ forward: [], reverse, next }, { forward: ['h1 A 192.0.2.1'] }, { forward: [] });
});

test('an alias leads to an address whose PTR stands in a classless zone without the zone above', () => {
  const next = ['0 CNAME 0.2.0.192.in-addr.arpa.'];
  checkTexts(
    { forward: [], next, child: ['0 PTR h1.example.com.'] },
    { child: ['0 PTR h2.example.com.'] },
    { child: [] },
    { child: ['0 CNAME 1', '1 PTR h1.example.com.'] },
    { forward: ['h1 A 192.0.2.0'] },
  );
});

test('an address that its host took itself has its PTR behind an alias', () => {
  const forward = ['a AAAA 2001:db8::1a2b:3cff:fe4d:5e6f'];
  checkTexts(
    { forward, reverse6: [`${SELF_ASSIGNED} CNAME p.example.com.`] },
    { forward: ['p PTR a', ...forward] },
    { forward },
  );
});

test('a mail host stands above a name that goes, and a wildcard answers for it then', () => {
  const forward = ['* CNAME h', 'h A 192.0.2.1', 'd TXT "v=spf1 a:b.example.com -all"'];
  checkTexts(
    { forward: ['c.b TXT "x"', ...forward], reverse: [] },
    { forward },
    { forward: ['c.b TXT "x"', ...forward] },
  );
});

test('an edit comes while mail hosts are being read', () => {
  const spf = ['a', 'd', 'e', 'f'].map((name) => `${name} TXT "v=spf1 a:b.example.com -all"`);
  const forward = ['c.b TXT "x"', '* CNAME h', 'h A 192.0.2.1', ...spf];
  const wild = ['*.x A 192.0.2.9', ...forward];
  for (let looks = 0; looks < 12; looks++) {
    checkTexts(
      { forward, reverse: [] },
      { forward: wild },
      { looks, forward: wild.filter((line) => !line.startsWith('c.b')) },
    );
    checkTexts({ forward, reverse: [] }, { forward: wild }, { looks, forward: ['*.b A 192.0.2.1', ...wild] });
    checkTexts({ forward, reverse: [] }, { forward: wild }, { looks, forward: ['b NS ns1.example.net.', ...wild] });
    checkTexts({ forward, reverse: [] }, { forward: wild }, { looks, forward: ['b A 192.0.2.1', ...wild] });
  }
});

test('aliases are followed as far as look-ups go', () => {
  for (const length of [7, 8, 9, 14, 15, 16, 17, 18]) {
    const chain = Array.from({ length }, (_, i) => `n${i} CNAME n${i + 1}`);
    const reverse = ['1 PTR n0.example.com.'];
    checkTexts({ forward: chain, reverse }, { forward: [...chain, `n${length} A 192.0.2.5`] }, { forward: chain });
  }
});

test('to follow aliases that lead in a circle ends', () => {
  const many = Array.from({ length: 600 }, (_, i) => `m${i} CNAME a`);
  const forward = ['a CNAME b', 'b CNAME a', ...many];
  const reverse = ['1 PTR m7.example.com.'];
  checkTexts({ forward, reverse }, { forward: ['b A 192.0.2.1', ...forward] }, { forward });
});

test('the target of a PTR is a reverse name that is looked up by the label of a classless zone', () => {
  const zones: readonly ZoneFile[] = [
    { file: 'reverse', origin: '2.0.192.in-addr.arpa.' },
    { file: 'child', origin: '0-63.2.0.192.in-addr.arpa.' },
  ];
  const texts = new Map([
    ['reverse', ' AAAA 2001:db8::0\n10 NS www\n'],
    ['child', 'www PTR 10.2.0.192.in-addr.arpa.\n'],
  ]);
  for (const insert of ['10.0-63 MX 10 www\n', '10.0-63 A 192.0.2.1\n'])
    assert.equal(differences(zones, texts, [{ file: 'reverse', at: 0, remove: 0, insert, whole: false }]), '');
});

test('a name with records of the zone above alone exists by what lies below it', () => {
  const zones: readonly ZoneFile[] = [
    { file: 'parent', origin: 'example.com.' },
    { file: 'child', origin: 'sub.example.com.' },
  ];
  const head = '$TTL 60\n@ SOA ns1.example.net. hostmaster 1 2 3 4 5\n@ NS ns1.example.net.\n';
  for (const [host, below] of [
    ['sub', 'a'],
    ['a.sub', 'b.a'],
  ]) {
    const parent = `${head}sub NS ns1.example.net.\n${host} A 192.0.2.1\n_sip._tcp SRV 0 0 5060 ${host}\n`;
    for (const child of ['$TTL 60\n', head]) {
      const insert = `${below} A 192.0.2.2\n`;
      const texts = new Map([['parent', parent]]).set('child', child);
      const changes = [
        { file: 'child', at: 1, remove: 0, insert, whole: false },
        { file: 'child', at: 1, remove: insert.length, insert: '', whole: true },
      ];
      assert.equal(differences(zones, texts, changes), '');
    }
  }
});

test('a zone above has a record at a name of the zone below', () => {
  const zones: readonly ZoneFile[] = [
    { file: 'parent', origin: 'example.com.' },
    { file: 'child', origin: 'sub.example.com.' },
  ];
  const texts = new Map([
    ['parent', 'ns1.sub 60 CNAME ns1\n'],
    ['child', 'ns1 60 TXT "a"\n* 60 CNAME ns1\n'],
  ]);
  const change = { file: 'parent', at: 0, remove: 100, insert: '', whole: true };
  assert.equal(differences(zones, texts, [change]), '');
});

test('lines of other names come and go between records of a set with two TTLs', () => {
  // So many lines that the records stand in different blocks.
  for (const between of ['', '; nothing\n'.repeat(1000)]) {
    const head = 'a 5 A 192.0.2.1\n';
    const text = `${head}${between}a 9 A 192.0.2.2\n`;
    const texts = new Map([['forward', text]]).set('part', 'c 5 A 192.0.2.4\n');
    const at = head.length / text.length;
    for (const insert of [
      'b 5 A 192.0.2.3\n',
      'b.example.net. 5 A 192.0.2.3\n',
      '$INCLUDE part\n',
      '$INCLUDE none\n',
    ]) {
      const change: Change = { file: 'forward', at, remove: 0, insert, whole: false };
      const back: Change = { file: 'forward', at: 0, remove: text.length * 2, insert: text, whole: true };
      assert.equal(differences(ZONES.slice(0, 1), texts, [change, back, change]), '');
    }
  }
});

test('a PTR outside its zone comes and goes while nothing else does', () => {
  const zones = ZONES.filter(({ file }) => ['forward', 'reverse', 'next'].includes(file));
  const forward = [1, 2, 3, 4, 5].map((i) => `a${i} 5 A 192.0.3.${i}\n`).join('');
  const texts = new Map([['forward', forward]]).set('reverse', '').set('next', '');
  const insert = '1.3.0.192.in-addr.arpa. 5 PTR a1.example.com.\n';
  const change: Change = { file: 'reverse', at: 0, remove: 0, insert, whole: false };
  const back: Change = { file: 'reverse', at: 0, remove: insert.length, insert: '', whole: false };
  assert.equal(differences(zones, texts, [change, back, change]), '');
});

test('a signature outside its zone comes and goes', () => {
  const signature = (covered: string): string =>
    `RRSIG ${covered} 15 2 60 20270101000000 20261101000000 1040 example.com. AQ==`;
  const apex = [`SOA ns1.example.net. h 1 2 3 4 5`, 'NS ns1.example.net.', 'NSEC @ NS SOA RRSIG NSEC'];
  const signed = [...apex, ...['SOA', 'NS', 'NSEC'].map(signature)].map((rdata) => `@ 60 ${rdata}\n`).join('');
  for (const insert of [`far.example.net. 60 ${signature('A')}\n`, '$ORIGIN .\n']) {
    const texts = new Map([['forward', `${signed};\n;\nwww 60 ${signature('A')}\n`]]);
    const at = (signed.length + 2) / (texts.get('forward') ?? '').length;
    const change: Change = { file: 'forward', at, remove: 0, insert, whole: false };
    const back: Change = { file: 'forward', at: 0, remove: 10_000, insert: texts.get('forward') ?? '', whole: true };
    assert.equal(differences(ZONES.slice(0, 1), texts, [change, back, change]), '');
  }
});

test('the first of neighbouring IPv6 addresses goes', () => {
  const zones = ZONES.filter(({ file }) => ['forward', 'reverse6'].includes(file));
  const lines = [1, 2, 3, 4, 5].map((i) => `a${i} 5 AAAA 2001:db8::${i}\n`);
  const texts = new Map([['forward', lines.join('')]]).set('reverse6', '');
  const change: Change = { file: 'forward', at: 0, remove: lines[0]?.length ?? 0, insert: '', whole: false };
  assert.equal(differences(zones, texts, [change]), '');
});

const PARENT_AND_CHILD = [
  { file: 'forward', origin: 'example.com.' },
  { file: 'below', origin: 'sub.example.com.' },
];

test('a zone that was kept empty is one of hosts once the SOA at its name in the zone above goes', () => {
  const files = new Map([
    ['forward', '$INCLUDE part sub\n'],
    ['below', ''],
    ['part', '@ 60 SOA @ a.example.com. 1 7200 900 1209600 3600\n'],
  ]);
  const changes = ['example.com. 60 HTTPS 1 a alpn=h2\n', '$ORIGIN sub\n'].map((insert) => ({
    file: 'forward',
    at: 0,
    remove: 0,
    insert,
    whole: false,
  }));
  assert.equal(differences(PARENT_AND_CHILD, files, changes), '');
});

test('what an RP record leads to is another name below another origin', () => {
  const files = new Map([['forward', 'x.example.com. 60 RP . a\n']]);
  const changes = ['$ORIGIN b\n', '$ORIGIN c\n'].map((insert) => ({
    file: 'forward',
    at: 0,
    remove: 0,
    insert,
    whole: false,
  }));
  assert.equal(differences(ZONES.slice(0, 1), files, changes), '');
});

/** The lines of zones; `looks` where all before it was checked so far only. */
interface Texts {
  readonly looks?: number;
  readonly [file: string]: readonly string[] | number;
}

test('a PTR comes outside of its zone that is meant for a self-assigned address', () =>
  checkTexts(
    { forward: ['c AAAA 2001:db8:0:2:a00:27ff:fe4e:66a1'], reverse: [], reverse6: [] },
    { reverse: ['2.0.0.1.0.d.b.8.0.0.0.0.0.0.0.2.0.a.0.0.2.7.f.f.f.e.4.e.6.6.a.1.ip6.arpa. PTR c.example.com.'] },
    { reverse: [] },
  ));

test('the records of a directory go, for which name servers with IPv6 alone are no fault', () =>
  checkTexts(
    { forward: ['sub NS ns1', 'ns1 AAAA 2001:db8::1', '_ldap._tcp CNAME ns1'] },
    { forward: ['sub NS ns1', 'ns1 AAAA 2001:db8::1'] },
    { forward: ['sub NS ns1', 'ns1 AAAA 2001:db8::1', 'a._sites CNAME ns1'] },
  ));

test('a name comes below an empty zone, in a zone of its own', () => {
  const texts = { forward: '@ 700000 NS localhost.\n', below: '\n' };
  const change = { file: 'below', at: 0, remove: 0, ofLines: true as const, insert: '@ 60 NS ns1\n', whole: false };
  const back = { ...change, remove: 1, insert: '' };
  assert.equal(differences(PARENT_AND_CHILD, new Map(Object.entries(texts)), [change, back]), '');
});

test('the NS record goes of a held zone that its parent does not delegate', () => {
  const texts = { forward: 'b 60 NS ns1.sub\nns1.b 60 A 192.0.2.1\n', below: '@ 60 NS ns1\na 60 NS ns1.a\n' };
  const change = { file: 'below', at: 0, remove: 1, ofLines: true as const, insert: '', whole: false };
  assert.equal(differences(PARENT_AND_CHILD, new Map(Object.entries(texts)), [change]), '');
});

/** The zones' lines at first, and then the new ones of some after each other. */
function checkTexts(first: Texts, ...later: readonly Texts[]): void {
  checkFiles(
    ZONES.filter(({ file }) => file in first),
    first,
    ...later,
  );
}

function checkFiles(zones: readonly ZoneFile[], first: Texts, ...later: readonly Texts[]): void {
  const changes = later.flatMap((texts, i) =>
    linesOf(texts).map(([file, lines]): Change => {
      const insert = textOf(lines);
      return { file, at: 0, remove: Number.POSITIVE_INFINITY, insert, whole: true, looks: later[i + 1]?.looks };
    }),
  );
  const files = new Map(linesOf(first).map(([file, lines]) => [file, textOf(lines)]));
  assert.equal(differences(zones, files, changes), '');
}

function linesOf(texts: Texts): (readonly [string, readonly string[]])[] {
  return Object.entries(texts).flatMap(([file, lines]) => (typeof lines === 'object' ? [[file, lines] as const] : []));
}

/** Between all lines stands a record: those beside an edit are read anew, and checked for that reason alone. */
function textOf(lines: readonly string[]): string {
  const head = '$TTL 60\n@ SOA ns1.example.net. hostmaster 1 2 3 4 5\n@ NS ns1.example.net.\n';
  const spaced = lines.map((line) => [
    `@ TXT "before ${line.replaceAll('"', '')}"`,
    line,
    `@ TXT "after ${line.replaceAll('"', '')}"`,
  ]);
  return (
    head +
    spaced
      .flat()
      .map((line) => `${line}\n`)
      .join('')
  );
}
