import assert from 'node:assert/strict';
import { test } from 'node:test';
import { program } from '../support/program.ts';

const { folderWith, run } = program('hooks');

const HEAD = '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.com. 1 1d 2h 4w 1h\n NS ns1.example.net.\n';

test('fix mends all comments of a file, however many are alike', async () => {
  const folder = folderWith({ 'example.com.zone': `${HEAD}# a\n# b\n# c\n# d\n# old A 192.0.2.1\n#old A 192.0.2.2\n` });
  const { status, output, complaints } = await run(folder, ['fix', '--write']);
  assert.deepEqual([status, output, complaints], [0, 'example.com.zone\n', '6 fixes in 1 file\n']);
});

test('a mapping that is wrong is told, and the others hold', async () => {
  const folder = folderWith({
    'zonewright.json': '{"zones":[{"file":"example.*","origin":"example.com"},{"file":"x"}]}',
    'example.txt': HEAD,
    '2.0.192.in-addr.arpa.zone': HEAD,
  });
  const { status, output, complaints } = await run(folder, ['check']);
  assert.equal(status, 2);
  assert.match(complaints, /^zonewright: zonewright\.json:1:55: Expected .*\n$/);
  assert.doesNotMatch(output, /origin-unknown/);
});
