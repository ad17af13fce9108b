import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { program } from '../support/program.ts';

const { folderWith, path: programPath, run } = program('check-options');

const HEAD =
  '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.com. 1 1d 2h 4w 1h\n NS ns1.example.net. ; zonewright-disable-line ns-single\n';
const MISSING_10 = /example\.com\.zone:\d+:\d+: warning ptr-missing: No PTR record for 192\.0\.2\.10 /;
const MISSING_11 = /example\.com\.zone:\d+:\d+: warning ptr-missing: No PTR record for 192\.0\.2\.11 /;

const files = {
  'zonewright.json': '{}',
  'zones/example.com.zone': `${HEAD}www A 192.0.2.10\n# mail\n`,
  'zones/2.0.192.in-addr.arpa.zone': HEAD,
};

function git(folder: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
}

function committed(contents: Readonly<Record<string, string>>): string {
  const folder = folderWith(contents);
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'One');
  return folder;
}

test('rules and files are left out', async () => {
  const folder = folderWith(files);
  const [ignored, excluded] = await Promise.all([
    run(folder, ['check', '--format', 'concise', '--ignore', 'syntax-comment']),
    run(folder, ['check', '--format', 'concise', '--exclude', 'example.com.zone']),
  ]);
  assert.match(ignored.output, MISSING_10);
  assert.equal(ignored.output.split('\n').length, 2);
  assert.deepEqual([ignored.status, excluded.status, excluded.output], [0, 0, '']);
  const folders = await run(folder, ['check', '--exclude', 'zones/']);
  assert.deepEqual([folders.status, folders.output, folders.complaints], [0, 'No zone file was checked\n', '']);
});

test('findings of a baseline pass, wherever their lines have gone; new ones do not', async () => {
  const folder = folderWith(files);
  const written = await run(folder, ['check', '--baseline', 'known.json', '--write-baseline']);
  assert.deepEqual([written.status, written.output, written.complaints], [0, '', 'known.json: 2 findings\n']);
  const zone = join(folder, 'zones', 'example.com.zone');
  writeFileSync(zone, `; moved\n\n${HEAD}\n#   mail\nwww    300   IN A 192.0.2.10\n`);
  const passed = await run(folder, ['check', '--baseline', 'known.json', '--fail-on', 'warning']);
  assert.deepEqual([passed.status, passed.output], [0, 'No findings in 2 zone files, and 2 of the baseline\n']);
  writeFileSync(zone, `${HEAD}www A 192.0.2.10\nmail A 192.0.2.11\n`);
  // From another folder, and for another path.
  const fresh = await run(join(folder, 'zones'), ['check', '--baseline', '../known.json', '--format', 'concise', '.']);
  assert.match(fresh.output, MISSING_11);
  assert.doesNotMatch(fresh.output, MISSING_10);
  const whole = await run(folder, ['check', '--baseline', 'known.json', '--fail-on', 'warning']);
  assert.equal(whole.status, 1);
  assert.match(whole.complaints, /1 of the baseline is found no more: --write-baseline takes it out/);
});

test('a baseline knows the addresses of one finding each by itself', async () => {
  const zone = (...octets: readonly number[]): string =>
    `${HEAD}${octets.map((octet) => `h${octet} A 192.0.2.${octet}\n`).join('')}`;
  const folder = folderWith({ ...files, 'zones/example.com.zone': zone(10, 11, 12, 13, 14) });
  const check = async (text: string, reverse = HEAD): Promise<string> => {
    writeFileSync(join(folder, 'zones', 'example.com.zone'), text);
    writeFileSync(join(folder, 'zones', '2.0.192.in-addr.arpa.zone'), reverse);
    const { output } = await run(folder, ['check', '--baseline', 'known.json', '--format', 'concise']);
    return output;
  };
  const written = await run(folder, ['check', '--baseline', 'known.json', '--write-baseline']);
  assert.equal(written.complaints, 'known.json: 1 finding\n');
  assert.equal(await check(zone(10, 11, 12, 13, 14)), '');
  assert.equal(await check(zone(11, 12, 13, 14)), '');
  assert.equal(await check(zone(12, 13)), '');
  assert.equal(await check(zone(10, 11, 12, 13, 14), `${HEAD}10 PTR h10.example.com.\n`), '');
  assert.match(
    await check(zone(10, 11, 12, 13, 14, 15)),
    /^\S+ \S+ ptr-missing: No PTR record for 192\.0\.2\.15 .*\n$/,
  );
  const several = await check(zone(10, 11, 12, 13, 14, 15, 16, 17, 18));
  assert.match(several, /^\S+example\.com\.zone:9:.* 4 addresses of 192\.0\.2\.0\/24 have no PTR record.*\n$/);
  assert.match(await check(zone(9, 11)), /No PTR record for 192\.0\.2\.9 /);
});

test('two findings that are alike are two in the baseline', async () => {
  const folder = folderWith({ 'example.com.zone': `${HEAD}# note\n` });
  await run(folder, ['check', '--baseline', 'b', '--write-baseline']);
  writeFileSync(join(folder, 'example.com.zone'), `${HEAD}# note\n# note\n`);
  const { status, output } = await run(folder, ['check', '--baseline', 'b']);
  assert.equal(status, 1);
  assert.match(output, /\n1 error in 1 zone file, and 1 of the baseline\n$/);
});

test('a baseline knows all of what is told in part, and meets a new one behind the hundredth', async () => {
  const zone = (count: number): string => {
    const rows = Array.from({ length: count }, (_, i) => `d${i} MX 10 mail.example.net.\ns${i} A 0.0.0.${i}\n`);
    return `${HEAD}$GENERATE 1-250 h$ A 192.0.2.$\n${rows.join('')}`;
  };
  const folder = folderWith({ 'example.com.zone': zone(101) });
  const written = await run(folder, ['check', '--baseline', 'b', '--write-baseline']);
  assert.equal(written.complaints, 'b: 303 findings\n');
  writeFileSync(join(folder, 'example.com.zone'), zone(102));
  const args = ['check', '--format', 'concise'];
  const [all, fresh] = await Promise.all([run(folder, args), run(folder, [...args, '--baseline', 'b'])]);
  assert.equal(all.output.match(/ \(and 2 more\)$/gm)?.length, 3);
  assert.deepEqual(fresh.output.match(/(?<= )[ds]\d+(?=\.example\.com )/g), ['d101', 'd101', 's101']);
  assert.doesNotMatch(fresh.output, / more\)/);
});

test('how many more there are is no part of a fingerprint', async () => {
  const zone = (count: number): string => {
    const rows = Array.from({ length: count }, (_, i) => `p${i} A 10.0.0.${i}\ns${i} A 0.0.0.${i}\nd${i} MX 0 s${i}\n`);
    return `${HEAD}$GENERATE 1-250 h$ A 192.0.2.$\n${rows.join('')}`;
  };
  const fingerprints = async (count: number): Promise<string[]> => {
    const folder = folderWith({ 'example.com.zone': zone(count) });
    const { output } = await run(folder, ['check', '--format', 'gitlab']);
    assert.match(output, new RegExp(` \\(and ${count - 100} more\\)`));
    return (JSON.parse(output) as { fingerprint: string; check_name: string }[])
      .filter(({ check_name: rule }) => /^(address-|spf-missing)/.test(rule))
      .map(({ fingerprint }) => fingerprint);
  };
  const [some, others] = await Promise.all([fingerprints(101), fingerprints(102)]);
  assert.equal(some.length, 300);
  assert.deepEqual(some, others);
});

test('a baseline that is not there or is none fails, and the findings are all told', async () => {
  const folder = folderWith({ ...files, 'broken.json': '{"findings":[]}' });
  for (const [file, message] of [
    ['none.json', /none\.json: .*; --write-baseline makes it/],
    ['broken.json', /broken\.json: this is no baseline of zonewright/],
  ] as const) {
    const { status, output, complaints } = await run(folder, ['check', '--baseline', file]);
    assert.equal(status, 2);
    assert.match(output, /syntax-comment/);
    assert.match(complaints, message);
  }
});

test('only what concerns changed files, new ones and those on the other side of a pair too', async () => {
  const folder = committed({ ...files, 'zones/example.org.zone': `${HEAD}# old\n` });
  const unchanged = await run(folder, ['check', '--changed-since', 'HEAD', '--format', 'concise']);
  assert.deepEqual([unchanged.status, unchanged.output], [0, '']);
  const elsewhere = folderWith({ 'a.zone': HEAD });
  symlinkSync(folder, join(elsewhere, 'link'));
  const linked = await run(elsewhere, ['check', '--changed-since', 'HEAD', '--format', 'concise', 'link/zones']);
  assert.deepEqual([linked.status, linked.output], [0, '']);
  writeFileSync(join(folder, 'zones', '2.0.192.in-addr.arpa.zone'), HEAD.replace(' 1 1d', ' 2 1d'));
  writeFileSync(join(folder, 'zones', 'example.net.zone'), `${HEAD}# new\n`);
  const { status, output } = await run(folder, ['check', '--changed-since', 'HEAD', '--format', 'concise']);
  assert.equal(status, 1);
  assert.match(output, MISSING_10);
  assert.match(output, /example\.net\.zone:4:1: error syntax-comment/);
  assert.doesNotMatch(output, /example\.org|example\.com\.zone.*syntax-comment/);
  for (const revision of ['no-such', '--help=x']) {
    const wrong = await run(folder, ['check', `--changed-since=${revision}`]);
    assert.equal(wrong.status, 2);
    assert.match(wrong.complaints, /--changed-since: .*(knows no revision|is no revision)/);
  }
  const outside = await run(folderWith(files), ['check', '--changed-since', 'HEAD']);
  assert.equal(outside.status, 2);
  assert.match(outside.complaints, /in no git repository/);
});

test('before the first commit all files are new', async () => {
  const folder = folderWith(files);
  git(folder, 'init', '--quiet');
  const [all, since] = await Promise.all(
    [['check'], ['check', '--changed-since', 'HEAD']].map((args) => run(folder, args)),
  );
  assert.deepEqual([since?.status, since?.output, since?.complaints], [1, all?.output, '']);
  const other = await run(folder, ['check', '--changed-since', 'HEAD~1']);
  assert.equal(other.status, 2);
});

test('standard input stands in for the file whose name it has', async () => {
  const folder = folderWith(files);
  const text = `${HEAD}www A 192.0.2.11\n`;
  for (const paths of [[], ['-']]) {
    const args = ['check', '--format', 'concise', '--stdin-filename', 'zones/example.com.zone', ...paths];
    const { output, status } = await run(folder, args, text);
    assert.match(output, /^zones\/example\.com\.zone:4:7: warning ptr-missing: No PTR record for 192\.0\.2\.11 /);
    assert.equal(status, 0);
  }
  const unsaved = await run(
    folder,
    ['check', '--format', 'concise', '--stdin-filename', 'zones/example.org.zone'],
    text,
  );
  assert.match(unsaved.output, /^zones\/example\.org\.zone:4:7: warning ptr-missing/);
});

test('standard input is compared with the commit of the file whose name it has', async () => {
  const folder = committed(files);
  const name = 'zones/example.com.zone';
  const args = ['check', '--format', 'concise', '--rule', 'serial-not-increased', '-', '--stdin-filename', name];
  const changed = await run(folder, args, `${HEAD}www A 192.0.2.11\n`);
  assert.match(
    changed.output,
    /^zones\/example\.com\.zone:2:\d+: warning serial-not-increased: The zone has changed since /,
  );
  assert.equal((await run(folder, args, files[name])).output, '');
  // What stands on the disk counts for nothing.
  writeFileSync(join(folder, name), `${HEAD}www A 192.0.2.11\n`);
  assert.equal((await run(folder, args, files[name])).output, '');
});

test('colours where they are asked for', async () => {
  const folder = folderWith(files);
  const colored = await run(folder, ['check', '--color', 'always']);
  assert.ok(colored.output.includes('\u001b['));
  const file = await run(folder, ['check', '--output-file', 'out.txt']);
  assert.deepEqual([file.status, file.output], [1, '']);
  const written = readFileSync(join(folder, 'out.txt'), 'utf8');
  assert.match(written, /1 error, 1 warning in 2 zone files\n$/);
  assert.ok(!written.includes('\u001b['));
  const lost = await run(folder, ['check', '--output-file', 'no/such/folder/out.txt']);
  assert.equal(lost.status, 2);
  assert.match(lost.complaints, /no\/such\/folder\/out\.txt: there is no such folder\n/);
  const taken = await run(folder, ['check', '--output-file', 'zones']);
  assert.deepEqual([taken.status, taken.complaints], [2, 'zonewright: zones: it is a folder\n']);
});

test('findings and nothing else, or counts and no findings', async () => {
  const folder = folderWith({ ...files, 'notes.txt': 'x\n' });
  const quiet = await run(folder, ['check', '-q', '--format', 'text', 'zones', 'notes.txt']);
  assert.doesNotMatch(quiet.output, /zone files/);
  assert.equal(quiet.complaints, '');
  const text = await run(folder, ['check', '--statistics']);
  assert.equal(
    text.output,
    `1  ptr-missing     Address has no PTR record in its held reverse zone
1  syntax-comment  Comment that does not begin with a semicolon
1 error, 1 warning in 2 zone files
`,
  );
  const json = await run(folder, ['check', '--statistics', '--format', 'json']);
  assert.deepEqual(JSON.parse(json.output).statistics, [
    { rule: 'ptr-missing', count: 1 },
    { rule: 'syntax-comment', count: 1 },
  ]);
});

test('GitLab and JUnit get paths from the root of the repository, and fingerprints that differ', async () => {
  const folder = committed({ ...files, 'zones/example.com.zone': `${HEAD}# a\n# a\nwww A 192.0.2.10 ; <&">\n` });
  const zones = join(folder, 'zones');
  const gitlab = JSON.parse((await run(zones, ['check', '--format', 'gitlab'])).output);
  assert.deepEqual(
    gitlab.map(({ check_name, severity, location }: { check_name: string; severity: string; location: object }) => ({
      check_name,
      severity,
      location,
    })),
    [
      {
        check_name: 'syntax-comment',
        severity: 'major',
        location: { path: 'zones/example.com.zone', lines: { begin: 4, end: 4 } },
      },
      {
        check_name: 'syntax-comment',
        severity: 'major',
        location: { path: 'zones/example.com.zone', lines: { begin: 5, end: 5 } },
      },
      {
        check_name: 'ptr-missing',
        severity: 'minor',
        location: { path: 'zones/example.com.zone', lines: { begin: 6, end: 6 } },
      },
    ],
  );
  const fingerprints = gitlab.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  assert.equal(new Set(fingerprints).size, 3);
  for (const fingerprint of fingerprints) assert.match(fingerprint, /^[0-9a-f]{32}$/);
  const junit = (await run(zones, ['check', '--format', 'junit'])).output;
  assert.match(junit, /<testsuites name="zonewright" tests="3" failures="3" errors="0">/);
  assert.match(junit, /<testsuite name="zones\/example\.com\.zone" tests="3" failures="3" errors="0">/);
  assert.match(junit, /message="A comment begins with &quot;;&quot;, not with &quot;#&quot;"/);
  const clean = await run(zones, [
    'check',
    '--format',
    'junit',
    '2.0.192.in-addr.arpa.zone',
    '--ignore',
    'ptr-missing',
  ]);
  assert.match(
    clean.output,
    /tests="1" failures="0" errors="0"[\s\S]*<testcase classname="zonewright" name="zone files"\/>/,
  );
  const github = await run(zones, ['check', '--format', 'github', '--rule', 'ptr-missing']);
  assert.match(github.output, /^::warning file=zones\/example\.com\.zone,/);
  const text = await run(zones, ['check', '--format', 'concise', '--rule', 'ptr-missing']);
  assert.match(text.output, /^example\.com\.zone:/);
});

test('a watch checks again when a file changes', { timeout: 60_000 }, async () => {
  const folder = folderWith(files);
  const child = spawn(process.execPath, [programPath, 'check', '--watch', '--format', 'concise'], { cwd: folder });
  try {
    const heard: string[] = [];
    const until = (pattern: RegExp): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!pattern.test(heard.join(''))) return;
          child.stdout.off('data', look);
          child.stderr.off('data', look);
          resolve();
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        look();
      });
    child.stdout.on('data', (chunk) => heard.push(String(chunk)));
    child.stderr.on('data', (chunk) => heard.push(String(chunk)));
    await until(/waiting for changes/);
    assert.match(heard.join(''), MISSING_10);
    heard.length = 0;
    writeFileSync(join(folder, 'zones', 'example.com.zone'), `${HEAD}www A 192.0.2.11\n`);
    await until(/waiting for changes/);
    assert.match(heard.join(''), MISSING_11);
    assert.equal(child.exitCode, null);
  } finally {
    child.kill();
  }
});

test('rules are listed, and what is in force is told', async () => {
  const folder = folderWith({
    ...files,
    'zonewright.json': '{"rules":{"ptr-missing":"error"},"pools":["192.0.2.0/24"]}',
  });
  const listed = await run(folder, ['rules', '--format', 'json']);
  const { rules } = JSON.parse(listed.output);
  const missing = rules.find(({ id }: { id: string }) => id === 'ptr-missing');
  assert.deepEqual(missing, {
    id: 'ptr-missing',
    severity: 'warning',
    group: 'pairs',
    fixable: true,
    summary: 'Address has no PTR record in its held reverse zone',
  });
  const table = (await run(folder, ['rules'])).output;
  assert.match(table, /^ptr-missing +warning +fix +Address has no PTR/m);
  // What the reader of the text fixes, or a rule by the text.
  assert.match(table, /^syntax-final-newline +hint +fix /m);
  assert.match(table, /^ttl-missing +warning +fix /m);
  const { status, output } = await run(join(folder, 'zones'), ['config']);
  assert.equal(status, 0);
  assert.match(output, /^Workspace +\S+ \(it has zonewright\.json\)\nSettings +\.\.\/zonewright\.json\n/);
  assert.match(output, /^pools +\["192\.0\.2\.0\/24"\] +\.\.\/zonewright\.json$/m);
  assert.match(output, /^serial\.onSave +"off" +default$/m);
  assert.match(output, /\n1 rule of \d+ with another severity:\nptr-missing +"error" +\.\.\/zonewright\.json\n$/);
  const json = JSON.parse((await run(folder, ['config', '--format', 'json'])).output);
  assert.deepEqual([json.rootMark, json.settingsFile, json.zoneFiles], ['zonewright.json', 'zonewright.json', 2]);
  writeFileSync(join(folder, 'zonewright.json'), '{"rules":{"ptr-cr*":"off","ptr-missing":"error"}}');
  assert.match(
    (await run(folder, ['config'])).output,
    /\n2 rules of \d+ with another severity:\nptr-crossed +"off" +zonewright\.json\nptr-missing +"error" +zonewright\.json\n$/,
  );
});

test('init writes what it found, and never over a file', async () => {
  const folder = folderWith({
    'etc/named.conf': 'zone "example.com" { type primary; file "zones/example.com.zone"; };',
    'zones/example.com.zone': files['zones/example.com.zone'],
    'zones/odd.zone': HEAD,
  });
  const { status, output, complaints } = await run(folder, ['init']);
  assert.deepEqual([status, output], [0, 'zonewright.json\n']);
  const written = JSON.parse(readFileSync(join(folder, 'zonewright.json'), 'utf8'));
  assert.deepEqual(written, {
    configuration: ['etc/named.conf'],
    zones: [],
    externalNetworks: [],
    pools: [],
    rules: {},
  });
  assert.match(complaints, /\{ "file": "zones\/odd\.zone", "origin": "example\.com" \}/);
  assert.equal((await run(folder, ['check', '--fail-on', 'none'])).status, 0);
  const again = await run(folder, ['init']);
  assert.equal(again.status, 2);
  assert.match(again.complaints, /zonewright\.json is there already/);
  const elsewhere = await run(folder, ['init', 'zones/odd.zone']);
  assert.equal(elsewhere.status, 2);
  assert.ok(!existsSync(join(folder, 'zones', 'zonewright.json')));
});
