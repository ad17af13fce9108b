import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/root.ts';
import { program } from '../support/program.ts';

const { folderWith, run } = program('map');

const files = {
  'example.com.zone': `$TTL 1h
@ SOA ns1 hostmaster 1 2h 15m 2w 1h
  NS ns1
ns1 A 192.0.2.1
www A 192.0.2.2
`,
  '2.0.192.in-addr.arpa.zone': `$TTL 1h
@ SOA ns1.example.com. hostmaster.example.com. 1 2h 15m 2w 1h
  NS ns1.example.com.
1 PTR ns1.example.com.
`,
};

test('a network as text: one character an address', async () => {
  const { status, output, complaints } = await run(folderWith(files), ['map', '192.0.2.0/28']);
  assert.equal(
    output,
    `192.0.2.0/28

192.0.2.0  .=!.............

Faults:
!  1 no PTR
No faults:
. 14 free
=  1 agreed
`,
  );
  assert.deepEqual([status, complaints], [0, '']);
});

test('a network as a picture, in either order', async () => {
  const folder = folderWith(files);
  const { status, output } = await run(folder, ['map', '--format', 'svg', '192.0.2.0/24']);
  assert.equal(status, 0);
  assert.match(output, /^<svg [^>]*role="img" aria-label="Reverse map of 192\.0\.2\.0\/24">[\s\S]*<\/svg>\n$/);
  assert.doesNotMatch(output, /<script|href|url\(/);
  const curve = await run(folder, ['map', '--format', 'svg', '--order', 'hilbert', '192.0.2.0/24']);
  assert.notEqual(curve.output, output);
});

test('a wide network, a character for each /24 and in a picture its cells', async () => {
  const folder = folderWith(files);
  const { status, output } = await run(folder, ['map', '192.0.0.0/12']);
  assert.equal(status, 0);
  assert.match(
    output,
    /^192\.0\.0\.0\/12, one character a \/24\n\n192\.0\.0\.0 {2}~~!~{61}\n\(63 lines with nothing in use/,
  );
  const svg = await run(folder, ['map', '--format', 'svg', '192.0.0.0/12']);
  assert.match(svg.output, /192\.0\.2\.0\/24: no PTR/);
});

test('the examples, by the name of an address and of an IPv6 network', async () => {
  const folder = folderWith({});
  cpSync(join(root, 'examples'), folder, { recursive: true });
  assert.match((await run(folder, ['map', '192.0.2.1'])).output, /^192\.0\.2\.0\/24\n\n192\.0\.2\.0 {4}\.==\./);
  assert.match((await run(folder, ['map', '2001:db8::/48'])).output, /\n2001:db8::10 {2}!=\n/);
});

test('what can not be drawn says why, with status 2', async () => {
  const folder = folderWith(files);
  for (const [words, complaint] of [
    [['example.com'], /"example\.com" is no network: write it like 192\.0\.2\.0\/24/],
    [['--view', 'inside', '192.0.2.0/24'], /There is no view "inside" here: no view has a name/],
    [[], /map takes one network, such as 192\.0\.2\.0\/24; see zonewright --help/],
    [['--format', 'png', '192.0.2.0/24'], /--format is one of text, svg/],
    [['--order', 'spiral', '192.0.2.0/24'], /--order is one of rows, hilbert/],
  ] as const) {
    const { status, output, complaints } = await run(folder, ['map', ...words]);
    assert.deepEqual([status, output], [2, ''], words.join(' '));
    assert.match(complaints, complaint);
  }
});
