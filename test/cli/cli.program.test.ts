import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, realpathSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { program } from '../support/program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { folderWith, run: zonewright } = program('cli');

const SOA =
  '@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 1d 2h 4w 1h\n@ IN NS ns1.example.com. ; zonewright-disable-line ns-single\n';
const REVERSE_SOA = `$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 1 1d 2h 4w 1h
@ IN NS ns1.example.com. ; zonewright-disable-line ns-single
`;

/** Only rules that read one file by itself, so that the tests do not change with each new cross-check. */
const TEXT_ONLY = ['--rule', 'syntax-ipv4', '--rule', 'syntax-comment', '--rule', 'out-of-zone'];

const zones = {
  'zones/example.com.zone': `$TTL 1h\n${SOA}ns1 IN A 192.0.2.1\n# mail\nmail\tIN\tA\t192.0.2.300\n`,
  'zones/example.net.zone': `$TTL 1h\n${SOA}www.example.org. IN A 192.0.2.7\n`,
};

test('findings for people, with the line and what it speaks of', async () => {
  const folder = folderWith(zones);
  const { status, output, complaints } = await zonewright(folder, ['check', ...TEXT_ONLY]);
  assert.equal(complaints, '');
  assert.equal(
    output,
    `zones/example.com.zone:5:1: error syntax-comment: A comment begins with ";", not with "#"
    5 | # mail
      | ^
zones/example.com.zone:6:19: error syntax-ipv4: A address "192.0.2.300" is not an IPv4 address: octet 300 is over 255
    6 | mail	IN	A	192.0.2.300
      |     	  	 	        ^^^
zones/example.net.zone:4:1: warning out-of-zone: www.example.org is not in the zone example.net: BIND drops this record
    4 | www.example.org. IN A 192.0.2.7
      | ^^^^^^^^^^^^^^^^
2 errors, 1 warning in 2 zone files
`,
  );
  assert.equal(status, 1);
});

test('paths choose what is reported, and --fail-on when it fails', async () => {
  const folder = folderWith(zones);
  const only = ['zones/example.net.zone', ...TEXT_ONLY];
  const [plain, strict, none] = await Promise.all([
    zonewright(folder, ['check', ...only]),
    zonewright(folder, ['check', '--fail-on', 'warning', ...only]),
    zonewright(folder, ['check', '--fail-on=none', ...TEXT_ONLY]),
  ]);
  assert.deepEqual([plain.status, strict.status, none.status], [0, 1, 0]);
  assert.match(plain.output, /1 warning in 1 zone file\n$/);
});

test('JSON counts from one', async () => {
  const folder = folderWith(zones);
  const { output } = await zonewright(folder, ['check', '--format', 'json', '--rule', 'syntax-comment']);
  assert.deepEqual(JSON.parse(output), {
    findings: [
      {
        rule: 'syntax-comment',
        severity: 'error',
        message: 'A comment begins with ";", not with "#"',
        file: 'zones/example.com.zone',
        range: { start: { line: 5, column: 1 }, end: { line: 5, column: 2 } },
        related: [],
        fixes: [{ title: 'Make it a comment with ";"', safe: true }],
      },
    ],
    summary: { files: 2, errors: 1, warnings: 0, information: 0, hints: 0 },
  });
});

test('annotations for GitHub escape what would end them', async () => {
  const folder = folderWith(zones);
  const { output } = await zonewright(folder, ['check', '--format', 'github', ...TEXT_ONLY]);
  assert.equal(
    output,
    `::error file=zones/example.com.zone,line=5,endLine=5,col=1,endColumn=1,title=syntax-comment::A comment begins with ";", not with "#"
::error file=zones/example.com.zone,line=6,endLine=6,col=19,endColumn=21,title=syntax-ipv4::A address "192.0.2.300" is not an IPv4 address: octet 300 is over 255
::warning file=zones/example.net.zone,line=4,endLine=4,col=1,endColumn=16,title=out-of-zone::www.example.org is not in the zone example.net: BIND drops this record
`,
  );
});

test('SARIF 2.1.0 with relative uris, and the help of each rule', async () => {
  const folder = folderWith({ 'my zones/50%.zone': zones['zones/example.com.zone'] });
  const { output, status } = await zonewright(folder, ['check', '--format', 'sarif', ...TEXT_ONLY]);
  assert.equal(status, 1);
  const log = JSON.parse(output);
  assert.equal(log.version, '2.1.0');
  assert.equal(log.runs.length, 1);
  const [run] = log.runs;
  assert.equal(run.columnKind, 'utf16CodeUnits');
  assert.deepEqual(
    run.tool.driver.rules.map((rule: { id: string }) => rule.id),
    ['syntax-comment', 'syntax-ipv4'],
  );
  for (const rule of run.tool.driver.rules) {
    assert.ok(rule.shortDescription.text && rule.fullDescription.text && rule.help.text && rule.help.markdown);
    assert.ok(['error', 'warning', 'note', 'none'].includes(rule.defaultConfiguration.level));
  }
  assert.deepEqual(run.invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  const { partialFingerprints, ...result } = run.results[1];
  assert.match(partialFingerprints['zonewright/v1'], /^[0-9a-f]{32}$/);
  assert.deepEqual(result, {
    ruleId: 'syntax-ipv4',
    ruleIndex: 1,
    level: 'error',
    message: { text: 'A address "192.0.2.300" is not an IPv4 address: octet 300 is over 255' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'my%20zones/50%25.zone' },
          region: { startLine: 6, startColumn: 19, endLine: 6, endColumn: 22 },
        },
      },
    ],
  });
});

test('standard input is a file too', async () => {
  const folder = folderWith({});
  const text = `$ORIGIN example.com.\n$TTL 1h\n${SOA}ns1 IN A 192.0.2.1.5\n`;
  const [checked, compiled] = await Promise.all([
    zonewright(folder, ['check', ...TEXT_ONLY, '-'], text),
    zonewright(folder, ['compile', '-'], text),
  ]);
  assert.match(checked.output, /^<stdin>:5:10: error syntax-ipv4: /);
  assert.equal(compiled.status, 1);
  assert.match(compiled.complaints, /^<stdin>:5:10: /);
  assert.match(compiled.output, /^example\.com\. 3600 IN SOA ns1\.example\.com\. /);
});

test('a setting that counts in the editor alone is told, and is no trouble', async () => {
  const folder = folderWith({ ...zones, 'zonewright.json': '{ "live": { "resolver": "192.0.2.53" } }' });
  const { status, complaints } = await zonewright(folder, ['check', '--fail-on', 'none']);
  assert.deepEqual(
    [status, complaints],
    [
      0,
      'zonewright: zonewright.json:1:13: "live.resolver" counts for nothing here: it is read from the settings of the editor alone\n',
    ],
  );
});

test('what can not be read is status 2, and the rest is reported', async () => {
  const folder = folderWith({ ...zones, 'zonewright.json': '{"rules": {"syntax-comment": "off"}, "zones": 1}' });
  symlinkSync('/dev/zero', join(folder, 'zones', 'zero.zone'));
  const { status, output, complaints } = await zonewright(folder, [
    'check',
    'zones',
    'nothing',
    '/dev/zero',
    ...TEXT_ONLY,
  ]);
  assert.equal(status, 2);
  assert.equal(
    complaints,
    `zonewright: nothing: there is no such file
zonewright: /dev/zero: it is a device, pipe or socket, and no file
zonewright: zonewright.json:1:47: Expected a list of { "file": glob, "origin": name, "view": name }
`,
  );
  assert.match(output, /1 error, 1 warning in 2 zone files\n$/);
  const broken = await zonewright(folderWith({ 'zonewright.json': '{"rules": ' }), ['check']);
  assert.deepEqual([broken.status, broken.complaints], [2, 'zonewright: zonewright.json:1:11: The text ends here\n']);
});

test('a setting with a wrong value is status 2, at its place, and the others hold', async () => {
  const folder = folderWith({
    ...zones,
    'zonewright.json': '{ "pools": ["192.0.2.0/24", "192.0.2.0/99"], "rules": { "ptr-mising": "off" } }',
  });
  const { status, complaints } = await zonewright(folder, ['check', '--fail-on', 'none']);
  assert.equal(status, 2);
  assert.equal(
    complaints,
    `zonewright: zonewright.json:1:29: "192.0.2.0/99" is no network: after the slash stands the length of the prefix, from 0 to 32
zonewright: zonewright.json:1:57: There is no rule "ptr-mising"
`,
  );
});

test('--origin names the zone of one file, or of standard input', async () => {
  const soa = '$TTL 1h\n@ SOA ns1 hostmaster 1 1d 2h 4w 1h\n NS ns1\nns1 A 192.0.2.1\n';
  const folder = folderWith({
    'part@1.txt': soa,
    '2.0.192.in-addr.arpa.zone': soa.replace('ns1 A 192.0.2.1\n', '').replaceAll('ns1', 'ns1.example.com.'),
  });
  const rules = ['--rule', 'ptr-missing', '--rule', 'origin-unknown'];
  const unknown = await zonewright(folder, ['check', '-', ...rules], soa);
  assert.match(unknown.output, /origin-unknown/);
  const template = await zonewright(folder, ['check', '-'], soa.replace('192.0.2.1', '{{ address }}'));
  assert.doesNotMatch(template.output, /origin-unknown/, 'of a template only that is said');
  for (const path of ['-', 'part@1.txt']) {
    const { output, complaints } = await zonewright(folder, ['check', '--origin', 'example.com', path, ...rules], soa);
    assert.match(output, /:4:7: warning ptr-missing: No PTR record for 192\.0\.2\.1 /);
    assert.doesNotMatch(output, /origin-unknown/);
    assert.equal(complaints, '');
  }
  assert.equal((await zonewright(folder, ['check', '--origin', 'example.com', '.'])).status, 2);
  assert.equal((await zonewright(folder, ['check', '--origin', 'a..b', 'part@1.txt'])).status, 2);
});

test('the help of a command is about that command', async () => {
  const { status, output } = await zonewright(folderWith({}), ['fix', '--help']);
  assert.equal(status, 0);
  assert.match(output, /^ {2}zonewright fix /);
  assert.doesNotMatch(output, /--format/);
  assert.match(output, /--rule ID +the first fix of each finding of this rule/);
});

test('fix says where there is nothing to fix', async () => {
  const zone =
    '$TTL 1h\n@ IN SOA ns1 h 2026112301 1d 2h 4w 1h\n@ IN NS ns1 ; zonewright-disable-line ns-single\nns1 IN A 192.0.2.1\n';
  const { status, output, complaints } = await zonewright(folderWith({ 'example.com.zone': zone }), ['fix']);
  assert.deepEqual([status, output, complaints], [0, '', 'Nothing to fix\n']);
});

test('wrong usage is status 2', async () => {
  const folder = folderWith({});
  for (const [args, message] of [
    [[], 'a command is missing'],
    [['mend'], 'there is no command "mend"'],
    [['check', '--format', 'xml'], '--format is one of text, concise, json, sarif, github, gitlab, junit'],
    [['check', '--rule', 'no-such'], 'there is no rule "no-such"'],
    [['fix', '--rule', 'ptr-mising'], 'there is no rule "ptr-mising", but there is ptr-missing'],
    [['check', '--origin', 'example.com'], '--origin is for one file'],
    [['check', '--write'], 'there is no option "--write" here'],
    [['fix', '--dry-run'], 'fix needs no --dry-run: without --write it only shows what it would change'],
    [['compile', 'a', 'b'], 'compile takes one file'],
    [['fix', '-'], 'fix does not read standard input'],
    [['explain', 'a', 'b'], 'explain takes one rule'],
    [['lsp'], 'lsp needs --stdio'],
  ] as const) {
    const { status, output, complaints } = await zonewright(folder, args);
    assert.equal(complaints.split(';')[0]?.trim(), `zonewright: ${message}`);
    assert.deepEqual([status, output], [2, '']);
  }
});

test('fix prints a diff, or writes the files byte for byte', async () => {
  const text = `$TTL 1h\n${SOA}ns1 IN A 192.0.2.1\n# caf\u00e9\nx IN TXT "\u00fc" // no comment\n# more\n`;
  const latin1 = Buffer.from(text, 'latin1');
  const folder = folderWith({ 'example.com.zone': latin1 });
  const dry = await zonewright(folder, ['fix', '--rule', 'syntax-comment']);
  assert.equal(dry.status, 1);
  assert.match(dry.output, /^--- a\/example\.com\.zone\n\+\+\+ b\/example\.com\.zone\n@@ /);
  assert.match(dry.output, /\n-# more\n\+; more\n/);
  assert.deepEqual(readFileSync(join(folder, 'example.com.zone')), latin1);
  const written = await zonewright(folder, ['fix', '--rule', 'syntax-comment', '--write']);
  assert.deepEqual([written.status, written.output], [0, 'example.com.zone\n']);
  const expected = Buffer.from(text.replaceAll('\n# ', '\n; '), 'latin1');
  assert.deepEqual(readFileSync(join(folder, 'example.com.zone')), expected);
  const again = await zonewright(folder, ['fix', '--rule', 'syntax-comment']);
  assert.deepEqual([again.status, again.output], [0, '']);
});

test('fix says what it leaves, and why', async () => {
  const folder = folderWith({
    'example.com.zone': `$TTL 1h\n${SOA}ns1 IN A 192.0.2.1\nmail IN A 192.0.2.10\nwww IN A 198.51.100.20\nwww IN AAAA 2001:db8::20\n`,
    '2.0.192.in-addr.arpa.zone': `$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 1 1d 2h 4w 1h
@ IN NS ns1.example.com. ; zonewright-disable-line ns-single
10 IN PTR www.example.com.
`,
    '8.b.d.0.1.0.0.2.ip6.arpa.zone': `$TTL 1h\n${SOA}`,
    '8.b.d.0.1.0.0.2.ip6.arpa.zone.jnl': 'journal',
    '100.51.198.in-addr.arpa.zone': `; do not edit: made by a program
$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 1 1d 2h 4w 1h
@ IN NS ns1.example.com. ; zonewright-disable-line ns-single
21 IN PTR www.example.net.
`,
  });
  const { complaints } = await zonewright(folder, ['fix']);
  assert.equal(
    complaints,
    `1 fix in 1 file
left: 1 finding (ptr-missing): 100.51.198.in-addr.arpa.zone says "do not edit: made by a program": change what it is made from
left: 1 finding (ptr-missing): 8.b.d.0.1.0.0.2.ip6.arpa has a journal beside its file: the server has changes that are not in the file yet
left: 1 finding (ptr-mismatch): no fix that is safe to make unseen: --rule makes the first one of each
`,
  );
});

test('fix --rule mends what was there, and says what came with it', async () => {
  const folder = folderWith({
    'example.com.zone': `$TTL 1h\n${SOA}www IN A 2001:db8::1\n`,
    '8.b.d.0.1.0.0.2.ip6.arpa.zone': `$TTL 1h\n${SOA}`,
  });
  const rules = ['--rule', 'syntax-address-family', '--rule', 'ptr-missing'];
  const { output, complaints } = await zonewright(folder, ['fix', ...rules]);
  assert.match(output, /^\+www IN AAAA 2001:db8::1$/m);
  assert.doesNotMatch(output, /PTR/);
  assert.equal(
    complaints,
    `1 fix in 1 file
left: 1 finding (ptr-missing): it came with the fixes: look at them, then run fix again
`,
  );
  await zonewright(folder, ['fix', '--write', ...rules]);
  const again = await zonewright(folder, ['fix', ...rules]);
  assert.match(again.output, /^\+.*PTR www\.example\.com\.$/m);
});

test('fix adds the final dot in a reverse zone of two views, one of which does not know the host', async () => {
  const folder = folderWith({
    'named.conf': `view "inside" { zone "example.com" { type primary; file "inside"; };
      zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
      view "outside" { zone "example.com" { type primary; file "outside"; };
      zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };`,
    inside: `$TTL 1h\n${SOA}ns1 A 198.51.100.53\n`,
    outside: `$TTL 1h\n${SOA}ns1 A 198.51.100.53\nmail A 192.0.2.25\n`,
    reverse: `${REVERSE_SOA}25 PTR mail.example.com\n`,
  });
  const { output, complaints } = await zonewright(folder, ['fix']);
  assert.match(output, /^-25 PTR mail\.example\.com\n\+25 PTR mail\.example\.com\.$/m);
  assert.equal(complaints, '1 fix in 1 file\n');
});

test('fix adds the PTR record that a classless zone lacks', async () => {
  const folder = folderWith({
    'example.com.zone': `$TTL 1h\n${SOA}ns1 IN A 192.0.2.70\n`,
    '2.0.192.in-addr.arpa.zone': `${REVERSE_SOA}64-95 IN NS ns1.example.com. ; zonewright-disable-line ns-single\n70 IN CNAME 70.64-95\n`,
    '64-95.2.0.192.in-addr.arpa.zone': REVERSE_SOA,
  });
  const { output, complaints } = await zonewright(folder, ['fix']);
  assert.match(output, /^\+70 IN PTR ns1\.example\.com\.$/m);
  assert.equal(complaints, '1 fix in 1 file\n');
});

test('beside a file of no workspace what is near is looked at, and what is no text is passed over', async () => {
  const folder = folderWith({
    'example.com.zone': `$TTL 1h\n${SOA}ns1 IN A 192.0.2.1\n`,
    'a/b/2.0.192.in-addr.arpa.zone': REVERSE_SOA,
    'a/b/c/example.net.zone': '@ IN',
    program: Uint8Array.from([127, 69, 76, 70, 0, 0, 36, 84, 84, 76, 32, 49, 10]),
    'disk.db': new Uint8Array(10),
  });
  // Too large to be read, but no zone file by its beginning.
  truncateSync(join(folder, 'disk.db'), 2 ** 31);
  const { output, complaints } = await zonewright(folder, ['check', 'example.com.zone']);
  assert.match(output, /ptr-missing/);
  assert.doesNotMatch(output, /example\.net/);
  assert.equal(complaints, '');
});

test('fix says which serials it leaves', async () => {
  const folder = folderWith({
    'example.com.zone': `$TTL 1h\n${SOA}ns1 IN A 192.0.2.1\n`,
    '2.0.192.in-addr.arpa.zone': `$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 4294967295 1d 2h 4w 1h
@ IN NS ns1.example.com. ; zonewright-disable-line ns-single
`,
  });
  const { complaints } = await zonewright(folder, ['fix']);
  assert.equal(
    complaints,
    `1 fix in 1 file
left: the serial of 2.0.192.in-addr.arpa can't be raised: 4294967295 is the largest
left: 1 finding (serial-not-increased): no fix is known
`,
  );
});

test('compile prints records once, with absolute names, in the order of the file', async () => {
  const folder = folderWith({
    'example.com.zone': `$TTL 1h
@ IN SOA ns1 hostmaster 1 1d 2h 4w 1h
  IN NS ns1
ns1 A 192.0.2.1
www 60 A 192.0.2.2
WWW 60 A 192.0.2.2
www 60 A 192.0.2.3
$INCLUDE more.inc Sub
$GENERATE 1-3/2 h\${0,2} A 192.0.2.$
txt TXT a "b c"
www.example.org. A 192.0.2.9
`,
    'more.inc': '@ MX 10 mail\n$TTL 9\n',
  });
  const { status, output, complaints } = await zonewright(folder, ['compile', 'example.com.zone']);
  assert.equal(complaints, '');
  assert.equal(
    output,
    `example.com. 3600 IN SOA ns1.example.com. hostmaster.example.com. 1 86400 7200 2419200 3600
example.com. 3600 IN NS ns1.example.com.
ns1.example.com. 3600 IN A 192.0.2.1
www.example.com. 60 IN A 192.0.2.2
www.example.com. 60 IN A 192.0.2.3
Sub.example.com. 3600 IN MX 10 mail.Sub.example.com.
h01.example.com. 9 IN A 192.0.2.1
h03.example.com. 9 IN A 192.0.2.3
txt.example.com. 9 IN TXT "a" "b c"
`,
  );
  assert.equal(status, 0);
});

test('a $GENERATE without end is refused at once', async () => {
  const text = `$ORIGIN example.com.\n$TTL 1h\n${SOA}ns1 A 192.0.2.1\n$GENERATE 0-2147483647 h$ A 192.0.2.1\n`;
  const { status, output, complaints } = await zonewright(folderWith({}), ['compile', '-'], text);
  assert.equal(status, 1);
  assert.equal(output.split('\n').length, 4);
  assert.match(
    complaints,
    /^<stdin>:6:11: \$GENERATE would make 2147483648 records, more than the 10000000 that are printed$/m,
  );
});

test('the name of the zone may be unknown', async () => {
  const folder = folderWith({
    hosts: `$TTL 1h\n@ IN SOA ns1.example.com. a.example.com. 1 1 1 1 1\n@ NS ns1.example.com.\n`,
  });
  const unknown = await zonewright(folder, ['compile', 'hosts']);
  assert.deepEqual(unknown, {
    status: 2,
    output: '',
    complaints: 'zonewright: hosts: the name of the zone is not known: give it with --origin\n',
  });
  const given = await zonewright(folder, ['compile', '--origin', 'Example.ORG', 'hosts']);
  assert.match(given.output, /^Example\.ORG\. 1 IN|^Example\.ORG\. 3600 IN SOA/);
  assert.equal(given.status, 0);
});

test("the zone's name may have escapes", async () => {
  const folder = folderWith({ hosts: '$TTL 1\n@ SOA a. b. 1 2 3 4 5\n@ NS a.\nex\\.ample.com. TXT a\n' });
  const { output } = await zonewright(folder, ['compile', '--origin', 'ex\\.ample.com', 'hosts']);
  assert.match(output, /^ex\\\.ample\.com\. 1 IN TXT "a"$/m);
});

test('a configuration tells which file is which zone', async () => {
  const folder = folderWith({
    'etc/named.conf':
      'options { directory "/var/named"; };\nzone "example.com" { type primary; file "master/first"; };\n',
    'var/named/master/first': `$TTL 1h\n${SOA}ns1 A 192.0.2.1\nwww.example.org. A 192.0.2.9\n`,
  });
  const [found, compiled] = await Promise.all([
    zonewright(folder, ['check', '--rule', 'out-of-zone']),
    zonewright(join(folder, 'var'), ['compile', '--config', '../etc/named.conf', 'named/master/first']),
  ]);
  assert.match(found.output, /^var\/named\/master\/first:5:1: warning out-of-zone: .* not in the zone example\.com:/);
  assert.match(compiled.output, /^example\.com\. 3600 IN SOA/);
});

test('the program says what it is', async () => {
  const [help, version, explained] = await Promise.all([
    zonewright(root, ['--help']),
    zonewright(root, ['--version']),
    zonewright(root, ['explain', 'syntax-comment']),
  ]);
  assert.match(help.output, /^zonewright: checks DNS zone files/);
  assert.match(version.output, /^zonewright \d+\.\d+\.\d+\n$/);
  assert.match(explained.output, /^# .*syntax-comment/);
  assert.deepEqual([help.status, version.status, explained.status], [0, 0, 0]);
});

test('explain without a rule lists all; with an unknown one it names those that look like it, which is status 2', async () => {
  const [all, slip, part, unknown] = await Promise.all([
    zonewright(root, ['explain']),
    zonewright(root, ['explain', 'PTR-mising']),
    zonewright(root, ['explain', 'label-len']),
    zonewright(root, ['explain', 'no-such']),
  ]);
  assert.match(all.output, /^ptr-missing +Address has no PTR record in its held reverse zone$/m);
  assert.deepEqual([all.status, all.complaints], [0, '']);
  for (const { status, output } of [slip, part, unknown]) assert.deepEqual([status, output], [2, '']);
  assert.equal(
    slip.complaints,
    'zonewright: there is no rule "PTR-mising", but there is ptr-missing; zonewright explain lists all\n',
  );
  assert.equal(
    part.complaints,
    'zonewright: there is no rule "label-len", but there is syntax-label-length; zonewright explain lists all\n',
  );
  assert.equal(unknown.complaints, 'zonewright: there is no rule "no-such"; zonewright explain lists all\n');
});

test('no zone file at all: where was looked is said, and it is no fault', async () => {
  const folder = realpathSync(folderWith({ 'notes/a.txt': 'nothing\n', 'named.conf': 'options { };\n' }));
  mkdirSync(join(folder, 'empty'));
  const [empty, notes, configuration, fixed] = await Promise.all([
    zonewright(folder, ['check', 'empty']),
    zonewright(folder, ['check', 'notes']),
    zonewright(folder, ['check', 'named.conf']),
    zonewright(folder, ['fix']),
  ]);
  for (const { status } of [empty, notes, configuration, fixed]) assert.equal(status, 0);
  const not = 'zonewright: no zone file was checked:';
  assert.equal(empty.output, 'No zone file was checked\n');
  assert.equal(empty.complaints, `${not} there is no file to look at below ${folder}/empty\n`);
  assert.equal(notes.complaints, `${not} the one file below ${folder}/notes is none\n`);
  assert.match(
    configuration.complaints,
    /: named\.conf is a server's configuration; name the folder of its zone files/,
  );
  assert.equal(fixed.complaints, `${not} none of the 2 files below ${folder} is one\n`);
});

test('zones says which file is which zone, and why, as a table and as JSON', async () => {
  const folder = folderWith({
    'lab/example.com.zone': `$TTL 1h\n${SOA}`,
    'prod/example.com.zone': `$TTL 1h\n${SOA}www A 192.0.2.1\n`,
    'hosts.db': `$TTL 1h\n${SOA}`,
  });
  const { status, output } = await zonewright(folder, ['zones']);
  assert.equal(status, 0);
  assert.equal(
    output,
    `FILE                   ZONE         VIEW  SITE  WHY
hosts.db               ?            -     -     not held: nothing tells its zone
lab/example.com.zone   example.com  -     lab   by its name
prod/example.com.zone  example.com  -     prod  by its name
`,
  );
  const json = JSON.parse((await zonewright(folder, ['zones', '--format', 'json'])).output);
  assert.deepEqual(json.zones[1], {
    file: 'lab/example.com.zone',
    zone: 'example.com',
    view: '',
    site: 'lab',
    held: true,
    why: 'by its name',
  });
  assert.equal((await zonewright(folder, ['zones', '-'])).status, 2);
});

test('--trace says on standard error which findings are not shown, and the rest stays the same', async () => {
  const folder = folderWith({ 'example.com.zone': `$TTL 1h\n${SOA}ns1 IN A 192.0.2.1\nk TXT "a"\n"b"\n"c"\n` });
  const only = ['check', 'example.com.zone'];
  const [plain, traced] = await Promise.all([zonewright(folder, only), zonewright(folder, [...only, '--trace'])]);
  assert.equal(plain.complaints, '');
  assert.deepEqual([traced.status, traced.output], [plain.status, plain.output]);
  assert.match(
    traced.complaints,
    /^example\.com\.zone:6:1 syntax-\S+: .*\n {4}not shown, by the pass joined-rows: for example\.com\.zone:5:7 syntax-parenthesis: /m,
  );
});
