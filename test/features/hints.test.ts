import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hints } from '../../src/features/hints.ts';
import { show, spotIn } from '../report/place-of.ts';

const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

/** The hints of a fixture's first file: where, what, and where a click leads. */
function hintsIn(fixture: string): string[] {
  const spot = spotIn(fixture);
  return hints(spot.ctx, spot.file, whole).map(({ at, label, target }) => {
    const place = target();
    return `${at.line + 1}:${at.character} ${label}${place ? ` -> ${show(spot, [place])}` : ''}`;
  });
}

test('an address shows what its PTR names, that it has none, or that its zone is not here; behind a comment too', () => {
  assert.deepEqual(
    hintsIn(`
;- example.com.zone
a 1h IN A 192.0.2.1
b 1h IN A 192.0.2.2 ; the second
c 1h IN A 198.51.100.3
d 1h IN A 127.0.0.1
;- 2.0.192.in-addr.arpa.zone
1 1h IN PTR a.example.com.
`),
    ['1:19 PTR a.example.com -> 2.0.192.in-addr.arpa.zone:1: 1', '2:32 no PTR', '3:22 reverse zone not here'],
  );
});

test('where no reverse zone is held at all, nothing is said of it', () => {
  assert.deepEqual(hintsIn(';- example.com.zone\na 1h IN A 192.0.2.1\n'), []);
});

test('of a zone that is not wholly read nobody says that a PTR is missing', () => {
  const reverse = ';- 2.0.192.in-addr.arpa.zone\n$INCLUDE nowhere\n';
  assert.deepEqual(hintsIn(`;- example.com.zone\na 1h IN A 192.0.2.1\n${reverse}`), []);
});

test('networks that others run are left out', () => {
  const fixture =
    ';- example.com.zone\na 1h IN A 192.0.2.1\n;- 2.0.192.in-addr.arpa.zone\n5 1h IN PTR a.example.com.\n';
  const { ctx, file } = spotIn(fixture, { settings: { externalNetworks: ['192.0.2.0/24'] } });
  assert.deepEqual(hints(ctx, file, whole), []);
});

test('a PTR through a classless zone is found, and its owners show their addresses', () => {
  const parent = `;- 2.0.192.in-addr.arpa.zone\n0/26 1h IN NS ns1.example.com.\n$GENERATE 1-62 $ CNAME $.0/26\n`;
  const forward = `;- example.com.zone\nmail 1h IN A 192.0.2.25\n`;
  const child = `;- 0-26.zone origin=0/26.2.0.192.in-addr.arpa.\n25 1h IN PTR mail.example.com.\n26 1h IN PTR www\n`;
  assert.deepEqual(hintsIn(forward + parent + child), ['1:23 PTR mail.example.com -> 0-26.zone:1: 25']);
  const own = ['1:30 192.0.2.25 -> example.com.zone:1: mail', '2:16 192.0.2.26', '2:16 www.0/26.2.0.192.in-addr.arpa.'];
  assert.deepEqual(hintsIn(child + parent + forward), own);
  assert.deepEqual(hintsIn(child + forward), own, 'where the zone above is not held, the label tells');
});

test('a $GENERATE line shows how many records it makes, and from the first to the last when pointed at', () => {
  const { ctx, file } = spotIn(
    ';- example.com.zone\n$GENERATE 1-3 h$ 1h IN TXT "x"\n$GENERATE 7-7 i$ 1h IN A 192.0.2.$\n',
  );
  const found = hints(ctx, file, whole).filter(({ kind }) => kind === 'generated');
  assert.deepEqual(
    found.map(({ label }) => label),
    ['3 records', '1 record'],
  );
  assert.equal(found[0]?.tooltip(), 'Makes 3 records, from h1.example.com TXT to h3.example.com TXT');
});

test('each kind is switched by its own setting', () => {
  const fixture = `;- example.com.zone
$TTL 3600
a 1h IN A 192.0.2.1
b 1h IN CNAME x.example.com
$GENERATE 1-3 h$ 1h IN A 192.0.2.1$
;- 2.0.192.in-addr.arpa.zone
1 1h IN PTR a.example.com.
`;
  const { ctx, file } = spotIn(fixture);
  const kindsWithout = (setting: string) => {
    const inlayHints = { ...ctx.settings.inlayHints, [setting]: false };
    return hints({ ...ctx, settings: { ...ctx.settings, inlayHints } }, file, whole).map(({ kind }) => kind);
  };
  assert.deepEqual(kindsWithout('soa'), ['time', 'pointer', 'name', 'generated']);
  assert.deepEqual(kindsWithout('pointers'), ['time', 'name', 'generated']);
  assert.deepEqual(kindsWithout('generated'), ['time', 'pointer', 'name']);
  assert.deepEqual(kindsWithout('absoluteNames'), ['time', 'pointer', 'generated']);
  assert.deepEqual(kindsWithout('times'), ['pointer', 'name', 'generated']);
});
