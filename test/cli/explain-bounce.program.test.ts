import assert from 'node:assert/strict';
import { test } from 'node:test';
import { program } from '../support/program.ts';

const { folderWith, run: zonewright } = program('explain-bounce');

const SOA = '@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 1d 2h 4w 1h\n@ IN NS ns1.example.com.\n';
const zones = {
  'zonewright.json': '{}\n',
  'zones/example.com.zone': `$TTL 1h\n$ORIGIN example.com.\n${SOA}ns1 IN A 192.0.2.53\nmail IN A 192.0.2.10\nrelay IN A 192.0.2.20\n@ IN MX 10 mail\n`,
  'zones/2.0.192.in-addr.arpa.zone': `$TTL 1h\n$ORIGIN 2.0.192.in-addr.arpa.\n${SOA}53 IN PTR ns1.example.com.\n10 IN PTR mail.example.com.\n`,
  'bounce.txt': `<user@example.net>: host mx.example.net[198.51.100.25] said: 554 5.7.1 Client
    host rejected: cannot find your reverse hostname, [192.0.2.20] (in reply to
    RCPT TO command)
`,
};

test('a bounce in a file, for people', async () => {
  const { status, output, complaints } = await zonewright(folderWith(zones), ['explain-bounce', 'bounce.txt']);
  assert.equal(complaints, '');
  assert.equal(
    output,
    `example.net refuses mail for good: it went back, and is to be sent again once the cause is gone (554 5.7.1)
  Server: mx.example.net, 198.51.100.25
  It claims that 192.0.2.20 has no PTR record
  zones/example.com.zone:7: ptr-missing: No PTR record for 192.0.2.20 in 2.0.192.in-addr.arpa
  The held zone 2.0.192.in-addr.arpa has no PTR record for 192.0.2.20. Add one that names relay.example.com; then reload the zone and try the mail again once the old answer's TTL is over
`,
  );
  assert.equal(status, 0);
});

test('what is no refusal, what names another reason, and what nobody here can mend', async () => {
  const folder = folderWith(zones);
  const told = async (text: string): Promise<string> => (await zonewright(folder, ['explain-bounce'], text)).output;
  const header = await told('Received: from unknown (HELO a.example.com) (192.0.2.20) by mx.example.net with SMTP\n');
  assert.match(
    header,
    /^mx\.example\.net noted this in a header field, and accepted the mail; other servers may refuse it\n/,
  );
  assert.match(await told('550 5.1.1 User unknown\n'), /\n {2}Reply: 550 5\.1\.1 User unknown\n/);
  assert.match(
    await told('554 no PTR for 10.0.0.5\n'),
    /10\.0\.0\.5 is a private address: only servers of the same network/,
  );
  assert.match(
    await told('554 no PTR for 203.0.113.5\n'),
    /mostly the provider of the address \(whois 203\.0\.113\.5 tells\)/,
  );
  assert.match(await told('550-5.7.25 no PTR record gsmtp\n'), /^Gmail refuses mail for good/);
});

test('a receiver that saw another name than is held may have asked an older zone', async () => {
  const text = '554 5.7.1 <h53.isp.example[192.0.2.53]>: Client host rejected: generic name\n';
  const older = {
    ...zones,
    'zones/2.0.192.in-addr.arpa.zone': zones['zones/2.0.192.in-addr.arpa.zone'].replace(
      '53 IN PTR ns1',
      '53 IN PTR mail',
    ),
  };
  const { output } = await zonewright(folderWith(older), ['explain-bounce'], text);
  assert.match(output, /The receiver saw h53\.isp\.example: is this zone published\? dig -x 192\.0\.2\.53 tells/);
});

test('a HELO name that is whole can be given an address too', async () => {
  const text = '450 4.7.1 <out.example.com>: Helo command rejected: Host not found\n';
  const { output } = await zonewright(folderWith(zones), ['explain-bounce'], text);
  assert.match(output, /the FQDN of the send connector in Exchange\. Or give out\.example\.com an address record/);
});

test('standard input, for programs: what the text does not say is null', async () => {
  const text = '450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.10]\n';
  const { status, output } = await zonewright(folderWith(zones), ['explain-bounce', '--format', 'json', '-'], text);
  const { rejections } = JSON.parse(output);
  assert.equal(rejections.length, 1);
  const { advice, held, ...rest } = rejections[0];
  assert.deepEqual(held, { verdict: 'confirmed', file: 'zones/2.0.192.in-addr.arpa.zone', line: 6, rule: null });
  assert.match(advice, /Is that published\? Compare with the world: dig -x 192\.0\.2\.10/);
  assert.deepEqual(rest, {
    about: 'ptr-unspecified',
    reason: null,
    address: '192.0.2.10',
    receiverAddress: null,
    name: null,
    receiver: null,
    code: '450',
    enhanced: '4.7.25',
    temporary: true,
    receiverHost: null,
    helo: null,
    ptr: null,
    hosts: [],
  });
  assert.equal(status, 0);
});

test('a text without a rejection is explained too: there is none', async () => {
  const folder = folderWith(zones);
  const plain = await zonewright(folder, ['explain-bounce'], 'Dear all\n');
  assert.deepEqual([plain.status, plain.output], [0, '']);
  assert.equal(
    plain.complaints,
    'zonewright: this text tells of no rejection that can be read: give the reply of the server, its line in a log, or the whole bounce\n',
  );
  const json = await zonewright(folder, ['explain-bounce', '--format=json'], '');
  assert.deepEqual(JSON.parse(json.output), { rejections: [] });
  assert.equal(json.status, 0);
  const help = await zonewright(folder, ['explain-bounce', '--help']);
  assert.match(help.output, /0 explained, also where the text tells of no rejection, 2 /);
});

test('wrong usage, and a file that is not there, are status 2', async () => {
  const folder = folderWith(zones);
  for (const [words, complaint] of [
    [['explain-bounce', 'a', 'b'], /takes one file/],
    [['explain-bounce', '--format', 'sarif'], /--format is one of text, json/],
    [['explain-bounce', '--resolver', '127.0.0.1'], /--resolver belongs to --live/],
    [['explain-bounce', '--live', '--resolver', 'ns1'], /--resolver takes an address/],
    [['explain-bounce', 'missing.txt'], /missing\.txt/],
    [['explain-bounce', 'zones'], /zones: a folder/],
  ] as const) {
    const { status, complaints } = await zonewright(folder, [...words], '');
    assert.equal(status, 2, words.join(' '));
    assert.match(complaints, complaint);
  }
});

test('bytes that are no text are no message', async () => {
  const folder = folderWith({ program: '\x7fELF\x02\x01\0\0 554 5.7.1 no PTR record for 192.0.2.20\n' });
  const { status, output, complaints } = await zonewright(folder, ['explain-bounce', 'program']);
  assert.deepEqual([status, output], [2, '']);
  assert.equal(complaints, 'zonewright: program: it has NUL characters, so it is no text of a message\n');
  const reply = '554 5.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.20]\n';
  const wide = Uint8Array.from(Buffer.from(`\ufeff${reply}`, 'utf16le'));
  const text = folderWith({ ...zones, 'wide.txt': wide, log: `${'-\n'.repeat(4000)}${'\0'.repeat(99)}\n${reply}` });
  for (const file of ['wide.txt', 'log'])
    assert.match((await zonewright(text, ['explain-bounce', file])).output, /no PTR record for 192\.0\.2\.20/);
});
