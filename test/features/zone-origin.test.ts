import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainOrigin, originsOfFile } from '../../src/features/zone-origin.ts';
import { Workspace } from '../workspace/load.ts';

const soa = '$TTL 3600\n@ SOA ns1.example.net. h.example.net. 1 7200 900 1209600 3600\n@ NS ns1.example.net.\n';
const declared =
  'zone "example.com" { type primary; file "db.one"; };\nview "in" { zone "example.org" { type primary; file "db.two"; }; };\n';

function contextOf(files: Readonly<Record<string, string>>, settings: Parameters<Workspace['configure']>[0] = {}) {
  const workspace = Workspace.of(files).configure(settings).settle();
  return { project: workspace.project, label: (path: string) => path.replace(/^\/w\//, '') };
}

/** `file zone view/site held: why` of all files. */
function rows(files: Readonly<Record<string, string>>, settings: Parameters<Workspace['configure']>[0] = {}): string[] {
  const ctx = contextOf(files, settings);
  return [...ctx.project.store.files.values()].flatMap((file) =>
    originsOfFile(ctx, file).map(
      ({ path, zone, view, site, isHeld, why }) =>
        `${ctx.label(path)} ${zone ?? '?'} ${view}/${site} ${isHeld ? 'held' : 'not held'}: ${why}`,
    ),
  );
}

test('each way in which a zone is known, and why one is not held', () => {
  assert.deepEqual(
    rows(
      {
        'named.conf': declared,
        'db.one': `${soa}$INCLUDE hosts.inc\n`,
        'db.two': soa,
        'hosts.inc': 'www A 192.0.2.1\n',
        'old/example.com.zone': `${soa}; old\n`,
        'example.edu.zone': soa,
        'mapped.zone': soa,
        'db.198.51.100': soa,
        'hosts.db': soa,
      },
      { zones: [{ file: 'mapped.zone', origin: 'example.net' }] },
    ).sort(),
    [
      'db.198.51.100 ? / not held: its name may be 100.51.198.in-addr.arpa or 198.51.100.in-addr.arpa, and no record tells which; no configuration loads it',
      'db.one example.com / held: declared in named.conf',
      'db.two example.org in/ held: declared in named.conf',
      'example.edu.zone example.edu / held: by its name; no configuration loads it',
      'hosts.db ? / not held: nothing tells its zone; no configuration loads it',
      'hosts.inc example.com / held: included by db.one',
      'mapped.zone example.net / held: mapped by the settings',
      'old/example.com.zone example.com / not held: by its name; no configuration loads it; a configuration loads this zone from another file',
    ],
  );
});

test('copies in several folders tell their sites', () => {
  assert.deepEqual(rows({ 'lab/example.com.zone': soa, 'prod/example.com.zone': `${soa}; prod\n` }), [
    'lab/example.com.zone example.com /lab held: by its name',
    'prod/example.com.zone example.com /prod held: by its name',
  ]);
});

test('the explanation says what was decided, what was looked at, and how to change it', () => {
  const ctx = contextOf({ 'db.192.168.1': `$ORIGIN example.com.\n${soa}` });
  const file = ctx.project.store.files.get('/w/db.192.168.1');
  assert.ok(file);
  const text = explainOrigin(ctx, file);
  assert.match(
    text,
    /^# Which zone is `db\.192\.168\.1`\?\n\n- It is \*\*`example\.com`\*\*: by its \$ORIGIN or SOA record\./,
  );
  assert.match(text, /3\. Text: \$ORIGIN and the SOA record say `example\.com`\./);
  assert.match(
    text,
    /4\. Name: `db\.192\.168\.1` may say `1\.168\.192\.in-addr\.arpa` or `192\.168\.1\.in-addr\.arpa`/,
  );
  assert.match(text, /## How to change it/);
});

test('nothing of the name of a file becomes markup', () => {
  const link = '[x](command:zonewright.restart)';
  const ctx = contextOf({
    [`${link}\n\n\`${link}.zone`]: 'www 3600 IN A 192.0.2.10\n',
    'a.zone': `$ORIGIN example.com.\n${soa}`,
  });
  const [file] = [...ctx.project.store.files.values()].filter(({ path }) => path.includes('command'));
  assert.ok(file);
  // What is left without spans of code, which are on one line each, holds no link.
  const text = explainOrigin(ctx, file).replace(/(`+)[^\n]*?[^`]\1(?!`)/g, '');
  assert.doesNotMatch(text, /(?<!\\)\]\(/);
});
