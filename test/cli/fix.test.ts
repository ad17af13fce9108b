import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fix } from '../../src/cli/fix.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';
import { NO_BASELINE } from '../../src/ports/baseline.ts';
import type { FileContent } from '../../src/ports/file-system.ts';

/** What `fix --write` makes of files (those that it changes), and what it says it leaves. */
async function fixed(
  files: Readonly<Record<string, string>>,
  ...rules: readonly string[]
): Promise<{ readonly changed: Readonly<Record<string, string>>; readonly left: string }> {
  const changed: Record<string, string> = {};
  let said = '';
  const contentOf = (path: string): FileContent => {
    const text = files[path.slice('/w/'.length)];
    return text === undefined
      ? { kind: 'problem', problem: path === '/w' ? 'folder' : 'missing', message: 'there is no such file' }
      : { kind: 'bytes', bytes: new TextEncoder().encode(text) };
  };
  const around: Surroundings = {
    directory: '/w',
    files: {
      list: async () => Object.keys(files).map((name) => ({ path: `/w/${name}` })),
      read: async (path) => contentOf(path),
      readWanted: async (path, isWanted) => {
        const content = contentOf(path);
        return content.kind === 'bytes' && !isWanted(content.bytes) ? undefined : content;
      },
      watch: () => () => {},
    },
    clock: { now: () => 0 },
    baseline: () => NO_BASELINE,
    readInput: async () => new Uint8Array(),
    writeFiles: async (changes) => {
      for (const { path, after } of changes)
        changed[path.slice('/w/'.length)] = new TextDecoder().decode(after).replace(HEAD_AFTER, '');
      return [];
    },
    print: async () => {},
    complain: (line) => {
      said += `${line}\n`;
    },
    hasColors: false,
    version: '0',
    rulePage: async () => undefined,
    live: () => Promise.reject(new Error('nothing is asked')),
    serve: async () => {},
  };
  await fix({ kind: 'fix', paths: [], config: undefined, rules, write: true }, around);
  return { changed, left: said.replace(/^\d+ fix.*\n/, '') };
}

const HEAD =
  '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.com. 1 1d 2h 4w 1h\n NS ns1.example.net.\n NS ns2.example.net.\n';
const HEAD_AFTER = HEAD.replace(' 1 1d', ' 2 1d');

test('a stray PTR record beside a confirmed one goes', async () => {
  const files = {
    'example.com.zone': `${HEAD}www A 192.0.2.10\nweb A 192.0.2.10\n`,
    '2.0.192.in-addr.arpa.zone': `${HEAD}10 PTR www.example.com.\n10 PTR old.example.com.\n`,
  };
  assert.deepEqual(await fixed(files, 'ptr-target-no-address'), {
    changed: { '2.0.192.in-addr.arpa.zone': '10 PTR www.example.com.\n' },
    left: '',
  });
});

test('of two generic PTR records of an address one is changed, and none is made twice', async () => {
  const files = {
    'example.com.zone': `${HEAD} MX 10 mail\nmail A 192.0.2.10\n`,
    '2.0.192.in-addr.arpa.zone': `${HEAD}10 PTR 192-0-2-10.static.provider.example.\n10 PTR 192-0-2-10.dyn.provider.example.\n`,
  };
  assert.deepEqual(await fixed(files, 'ptr-generic'), {
    changed: {
      '2.0.192.in-addr.arpa.zone': '10 PTR mail.example.com.\n10 PTR 192-0-2-10.dyn.provider.example.\n',
    },
    left: 'left: 1 finding (ptr-generic): no fix is known\n',
  });
});

test('a mistyped alias of classless delegation is left alone without its rule, and mended with it', async () => {
  const files = {
    'example.com.zone': `${HEAD} MX 10 mx28\n MX 10 mx29\nmx28 A 203.0.113.28\nmx29 A 203.0.113.29\n`,
    '113.0.203.in-addr.arpa.zone': `${HEAD}0-127 NS ns1.example.net.\n28 CNAME 28.0-127\n29 CNAME 92.0-127\n`,
    'db.0-127.113.0.203.in-addr.arpa': `$ORIGIN 0-127.113.0.203.in-addr.arpa.\n${HEAD}28 PTR mx28.example.com.\n29 PTR mx29.example.com.\n`,
  };
  assert.deepEqual((await fixed(files)).changed, {});
  assert.deepEqual((await fixed(files, 'arpa-classless-dangling-cname')).changed, {
    '113.0.203.in-addr.arpa.zone': '0-127 NS ns1.example.net.\n28 CNAME 28.0-127\n29 CNAME 29.0-127\n',
  });
});

test('of several identical mistakes each is mended', async () => {
  const comments = { 'example.com.zone': `${HEAD}# one\n# two\n# three\nns1 A 192.0.2.1\n# four\n` };
  assert.deepEqual(await fixed(comments), {
    changed: { 'example.com.zone': `${HEAD}; one\n; two\n; three\nns1 A 192.0.2.1\n; four\n` },
    left: '',
  });
  const types = { 'example.com.zone': `${HEAD}ns1 A 192.0.2.1\n${'x CNMAE ns1\n'.repeat(5)}y TXXT z\n` };
  const { changed } = await fixed(types, 'syntax-type');
  assert.deepEqual(changed, {
    'example.com.zone': `ns1 A 192.0.2.1\n${'x CNAME ns1\n'.repeat(5)}y TXT z\n`,
  });
});

test('of several identical records all but one go, though their lines touch', async () => {
  const files = { 'example.com.zone': `${HEAD}${'www A 192.0.2.80\n'.repeat(9)}` };
  assert.deepEqual(await fixed(files, 'record-duplicate'), {
    changed: { 'example.com.zone': 'www A 192.0.2.80\n' },
    left: '',
  });
});
