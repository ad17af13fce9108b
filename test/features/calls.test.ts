import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Call, callSpot, incoming, outgoing } from '../../src/features/calls.ts';
import { definition, references } from '../../src/features/definition.ts';
import { renameSpot } from '../../src/features/rename.ts';
import { zonesOfFile } from '../../src/features/status.ts';
import { finished } from '../../src/text/finished.ts';
import { show, spotIn } from '../report/place-of.ts';

const zones = `;- example.com.zone
@ 1h IN NS mail
@ 1h IN MX 10 mail
@ 1h IN TXT "v=spf1 a:mail.example.com -all"
mail 1h IN A 192.0.2.25
www 1h IN CNAME mail
_sip._tcp 1h IN SRV 0 0 5060 mail
;- 2.0.192.in-addr.arpa.zone
25 1h IN PTR mail.example.com.
`;

/** The fixture with the cursor before a text of it. */
function cursorBefore(text: string, at: string): string {
  assert.ok(text.includes(at));
  return text.replace(at, `<|>${at}`);
}

/** What is at the cursor, and the calls from or to it, with their places: in the caller's file. */
function callsAt(fixture: string, follow: typeof incoming): { title: string | undefined; calls: string[] } {
  const spot = spotIn(fixture);
  const found = callSpot(spot.ctx, spot.file, spot.position);
  if (!found) return { title: undefined, calls: [] };
  const calls = follow(spot.ctx, found).map(({ end, places }: Call) => {
    const { path } = follow === incoming ? end.place : found.place;
    const shown = show(
      spot,
      places.map((range) => ({ path, range })),
    );
    return `${end.title} (${shown.join(', ')})`;
  });
  return { title: `${found.title}: ${found.detail}`, calls };
}

test('who points to a host: NS, MX, SPF, CNAME, SRV and PTR', () => {
  assert.deepEqual(callsAt(cursorBefore(zones, 'mail 1h'), incoming), {
    title: 'mail.example.com: A',
    calls: [
      '192.0.2.25 (2.0.192.in-addr.arpa.zone:1: mail.example.com.)',
      'example.com (example.com.zone:1: mail, example.com.zone:2: mail, example.com.zone:3: mail.example.com)',
      'www.example.com (example.com.zone:5: mail)',
      '_sip._tcp.example.com (example.com.zone:6: mail)',
    ],
  });
});

test('who has an address, and where its PTR leads', () => {
  const at = cursorBefore(zones, '192.0.2.25');
  assert.deepEqual(callsAt(at, incoming), {
    title: '192.0.2.25: 25.2.0.192.in-addr.arpa PTR',
    calls: ['mail.example.com (example.com.zone:4: 192.0.2.25)'],
  });
  const { ctx, file, position } = spotIn(at);
  const spot = callSpot(ctx, file, position);
  assert.ok(spot);
  assert.deepEqual(
    outgoing(ctx, spot).map(({ end }) => end.title),
    ['mail.example.com'],
  );
});

test('of very many callers the first are shown, and that there are more', () => {
  const rows = Array.from({ length: 1200 }, (_, i) => `h${i} 1h IN CNAME mail\n`).join('');
  const { calls } = callsAt(`;- example.com.zone\n<|>mail 1h IN A 192.0.2.25\n${rows}`, incoming);
  assert.equal(calls.length, 1001);
  assert.equal(calls.at(-1), 'more than 1000 records lead here: the others are not shown ()');
  const few = callsAt(
    `;- example.com.zone\n<|>mail 1h IN A 192.0.2.25\nh 1h IN CNAME mail\n$GENERATE 1-3 g$ CNAME mail\n`,
    incoming,
  );
  assert.deepEqual(
    few.calls.map((call) => call.split(' ', 1)[0]),
    ['h.example.com', 'g3.example.com', 'g2.example.com', 'g1.example.com'],
  );
});

test('an SPF include is a caller too, and what is not held has none', () => {
  const fixture = `;- example.com.zone
@ 1h IN TXT "v=spf1 include:_spf.example.com -all"
_spf 1h IN TXT "v=spf1 ip4:192.0.2.0/24 -all"
`;
  assert.deepEqual(callsAt(cursorBefore(fixture, '_spf 1h'), incoming).calls, [
    'example.com (example.com.zone:1: _spf.example.com)',
  ]);
  const { ctx } = spotIn(zones);
  assert.deepEqual(incoming(ctx, { view: '', name: 'nobody.example.com.' }), []);
  assert.deepEqual(incoming(ctx, { view: 'no view', name: 'mail.example.com.' }), []);
});

test('where a name leads: its addresses, its targets', () => {
  assert.deepEqual(callsAt(cursorBefore(zones, 'www 1h'), outgoing).calls, [
    'mail.example.com (example.com.zone:5: mail)',
  ]);
});

test('what an SPF record names: includes, hosts, redirects, held or not; no macros', () => {
  const fixture = `;- example.com.zone
@ 1h IN TXT "v=spf1 include:_spf.example.com a:mail.example.com include:spf.example.net exists:%{i}.x.example.com " "redirect=other.example.com"
_spf 1h IN TXT "v=spf1 ip4:192.0.2.0/24 -all"
mail 1h IN A 192.0.2.25
`;
  assert.deepEqual(callsAt(cursorBefore(fixture, '@ 1h'), outgoing), {
    title: 'example.com: TXT',
    calls: [
      '_spf.example.com (example.com.zone:1: _spf.example.com)',
      'mail.example.com (example.com.zone:1: mail.example.com)',
      'spf.example.net (example.com.zone:1: spf.example.net)',
      'other.example.com (example.com.zone:1: other.example.com)',
    ],
  });
});

test('between the words of a record its owner is meant', () => {
  const { ctx, file, position } = spotIn(`;- example.com.zone\nwww 1h IN A 192.0.2.1\n<|>    1h IN MX 10 www\n`);
  assert.equal(callSpot(ctx, file, position)?.title, 'www.example.com');
  const comment = spotIn(`;- example.com.zone\nwww 1h IN A 192.0.2.1\n; a <|>note\n`);
  assert.equal(callSpot(comment.ctx, comment.file, comment.position), undefined);
});

const classless = `;- example.com.zone
mail 1h IN A 192.0.2.25
;- 2.0.192.in-addr.arpa.zone
0/26 1h IN NS ns1.example.com.
25 1h IN CNAME 25.0/26
;- 0-26.zone origin=0/26.2.0.192.in-addr.arpa.
25 1h IN PTR mail.example.com.
`;

test('an owner in a classless zone leads to its address, and is found from it', () => {
  const child = spotIn(cursorBefore(classless, '25 1h IN PTR'));
  const targets = definition(child.ctx, child.file, child.position);
  assert.deepEqual(show(child, targets?.places ?? []), ['example.com.zone:1: mail']);
  const all = [
    '0-26.zone:1: 25',
    '2.0.192.in-addr.arpa.zone:2: 25',
    '2.0.192.in-addr.arpa.zone:2: 25.0/26',
    'example.com.zone:1: 192.0.2.25',
  ];
  assert.deepEqual(show(child, finished(references(child.ctx, child.file, child.position))).sort(), all);
  const address = spotIn(cursorBefore(classless, '192.0.2.25'));
  assert.deepEqual(show(address, finished(references(address.ctx, address.file, address.position))).sort(), all);
  const renamed = renameSpot(child.ctx, child.file, child.position);
  assert.equal('text' in renamed ? renamed.text : renamed.refused, '192.0.2.25');
});

test('$ORIGIN leads to one place: the zone, the first record of the name, or the first one below', () => {
  const zone = `;- example.com.zone
@ 1h IN SOA ns1 h 1 2h 900 2w 1h
@ 1h IN NS ns1
sub 1h IN A 192.0.2.1
sub 1h IN A 192.0.2.2
`;
  const lead = (line: string) => {
    const spot = spotIn(`${zone}${line}\na 1h IN A 192.0.2.3\n`);
    return show(spot, definition(spot.ctx, spot.file, spot.position)?.places ?? []);
  };
  assert.deepEqual(lead('$ORIGIN exa<|>mple.com.'), ['example.com.zone:1: @']);
  assert.deepEqual(lead('$ORIGIN su<|>b'), ['example.com.zone:3: sub']);
  assert.deepEqual(lead('$ORIGIN no<|>ne'), ['example.com.zone:6: a']);
});

test('a classless zone counts among the reverse zones that are held, also without the zone above it', () => {
  const child = ';- 0-26.zone origin=0/26.2.0.192.in-addr.arpa.\n25 1h IN PTR mail.example.com.\n';
  const { ctx, file } = spotIn(`;- example.com.zone\nmail 1h IN A 192.0.2.25\nx 1h IN A 192.0.2.200\n${child}`);
  assert.equal(zonesOfFile(ctx, file)[0]?.reverseZones, 1);
});
