import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { program } from '../../support/program.ts';
import { head, type NameServer, nameServer } from './name-servers.ts';

const { run, folderWith } = program('live-bounce');

const HELD = {
  'zonewright.json': '{}\n',
  'zones/example.com.zone': `$ORIGIN example.com.\n${head(8)}mail IN A 192.0.2.10\nrelay IN A 192.0.2.20\n@ IN MX 10 mail\n`,
  'zones/2.0.192.in-addr.arpa.zone': `$ORIGIN 2.0.192.in-addr.arpa.\n${head(8)}10 IN PTR mail.example.com.\n20 IN PTR relay.example.com.\n`,
};

/** An older state of the same zones: the PTR of .20 is not loaded yet. */
const PUBLISHED = {
  'example.com': `${head(7)}mail IN A 192.0.2.10\nrelay IN A 192.0.2.20\nold IN A 192.0.2.99\n@ IN MX 10 mail\n`,
  '2.0.192.in-addr.arpa': `${head(7)}10 IN PTR mail.example.com.\n`,
};

let server: NameServer;
before(async () => {
  server = await nameServer({ kind: 'named', zones: PUBLISHED });
});
after(() => server.stop());

const at = (): string => `${server.address}:${server.port}`;
const REFUSED = 'host mx.example.net[198.51.100.25] said: 554 5.7.1 cannot find your reverse hostname, [192.0.2.20]\n';

test('a rejection beside what the DNS says: the file is right, and is not loaded yet', async () => {
  const folder = folderWith(HELD);
  const { output, status, complaints } = await run(folder, ['explain-bounce', '--live', '--resolver', at()], REFUSED);
  assert.equal(complaints, '');
  assert.equal(status, 0);
  assert.match(output, /It claims that 192\.0\.2\.20 has no PTR record/);
  assert.match(output, /^ {2}In the DNS: 192\.0\.2\.20: missing: no PTR record \(NXDOMAIN\)$/m);
  assert.match(
    output,
    /says relay\.example\.com, the world still sees no PTR: published serial 7, held 8: not loaded yet\?/,
  );
});

test('a claim that is not so any more is told as that', async () => {
  const text = '554 5.7.1 cannot find your reverse hostname, [192.0.2.10]\n';
  const { output } = await run(folderWith(HELD), ['explain-bounce', '--live', '--resolver', at()], text);
  assert.match(
    output,
    /In the DNS: 192\.0\.2\.10: confirmed: .*\n {2}This is in order as it is seen from here: send the mail again/,
  );
  const { output: other } = await run(folderWith(HELD), ['explain-bounce', '--live', '--resolver', at()], REFUSED);
  assert.doesNotMatch(other, /in order as it is seen/);
});

test('for programs: what was seen stands at each rejection', async () => {
  const folder = folderWith(HELD);
  const text = '550 5.7.1 <old.example.com>: Helo command rejected: does not match [192.0.2.10]\n';
  const ran = await run(folder, ['explain-bounce', '--live', '--resolver', at(), '--format', 'json'], text);
  const [rejection] = JSON.parse(ran.output).rejections;
  assert.equal(rejection.about, 'helo');
  const [seen] = rejection.live;
  assert.deepEqual([seen.address, seen.verdict, seen.names], ['192.0.2.10', 'confirmed', ['mail.example.com']]);
  assert.deepEqual(
    [seen.helo.name, seen.helo.verdict, seen.helo.addresses],
    ['old.example.com', 'elsewhere', ['192.0.2.99']],
  );
});

test('without an address in the text the held mail hosts are looked at', async () => {
  const text = '550 5.7.25 The IP address sending this message does not have a PTR record setup\n';
  const ran = await run(folderWith(HELD), ['explain-bounce', '--live', '--resolver', at(), '--format', 'json'], text);
  const [rejection] = JSON.parse(ran.output).rejections;
  assert.deepEqual(
    rejection.live.map((seen: { address: string; verdict: string }) => `${seen.address} ${seen.verdict}`),
    ['192.0.2.10 confirmed'],
  );
});

test('nothing is asked without --live, and no documentation address without a server that is named', async () => {
  const plain = await run(folderWith(HELD), ['explain-bounce', '--format', 'json'], REFUSED);
  assert.equal('live' in JSON.parse(plain.output).rejections[0], false);
  const unnamed = await run(folderWith(HELD), ['explain-bounce', '--live'], REFUSED);
  assert.match(unnamed.output, /A documentation address means nothing in the public DNS: it was not asked for/);
  const wrong = await run(folderWith(HELD), ['explain-bounce', '--resolver', at()], REFUSED);
  assert.equal(wrong.status, 2);
  assert.match(wrong.complaints, /--resolver belongs to --live/);
});

test('what a mail server calls itself is held against its address', async () => {
  const live = async (helo: string, address: string): Promise<[number | null, string]> => {
    const { status, output } = await run(folderWith({}), ['live', '--resolver', at(), '--helo', helo, address]);
    return [status, output.split('\n').find((line) => line.startsWith('HELO ')) ?? ''];
  };
  assert.deepEqual(await live('mail.example.com', '192.0.2.10'), [0, 'HELO mail.example.com: confirmed: 192.0.2.10']);
  const [elsewhere, told] = await live('old.example.com', '192.0.2.10');
  assert.equal(elsewhere, 1);
  assert.match(
    told,
    /^HELO old\.example\.com: old\.example\.com has 192\.0\.2\.99, not 192\.0\.2\.10: add the A record/,
  );
  assert.match(
    (await live('none.example.com', '192.0.2.10'))[1],
    /none\.example\.com does not exist: add its A record/,
  );
  assert.match((await live('localhost', '192.0.2.10'))[1], /localhost is no whole name/);
  const wrong = await run(folderWith({}), ['live', '--helo', 'a.example', '192.0.2.1', '192.0.2.2']);
  assert.equal(wrong.status, 2);
});
