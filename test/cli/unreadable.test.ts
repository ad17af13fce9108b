import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Surroundings } from '../../src/cli/surroundings.ts';
import { openWorkspace, settleWithCommit } from '../../src/cli/workspace.ts';
import { NO_BASELINE } from '../../src/ports/baseline.ts';
import type { FileContent } from '../../src/ports/file-system.ts';
import { serialNotIncreased } from '../../src/rules/soa/serial-not-increased.ts';

const ZONE = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 1d 2h 4w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';

/** A workspace of which some files may not be read: those whose text is undefined. */
function surroundings(files: Readonly<Record<string, string | undefined>>): Surroundings {
  const contentOf = (path: string): FileContent => {
    const name = path.slice('/w/'.length);
    const text = files[name];
    if (text !== undefined) return { kind: 'bytes', bytes: new TextEncoder().encode(text) };
    if (name in files) return { kind: 'problem', problem: 'denied', message: 'permission is denied' };
    const isFolder = Object.keys(files).some((file) => `/w/${file}`.startsWith(`${path}/`));
    return { kind: 'problem', problem: isFolder ? 'folder' : 'missing', message: 'there is no such file' };
  };
  return {
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
    readInput: async () => new TextEncoder().encode(ZONE),
    writeFiles: async () => [],
    print: async () => {},
    complain: () => {},
    hasColors: false,
    version: '0',
    rulePage: async () => undefined,
    live: () => Promise.reject(new Error('nothing is asked')),
    serve: async () => {},
  };
}

async function problemsOf(paths: readonly string[], files: Readonly<Record<string, string | undefined>>) {
  return (await openWorkspace({ paths, config: undefined }, [], surroundings(files))).problems;
}

test('what may not be read is told where it was asked about, or is a zone file or a configuration', async () => {
  const files = { 'zones/example.com.zone': ZONE, session: undefined, 'zones/db.example.net': undefined };
  assert.deepEqual(await problemsOf(['zones/example.com.zone'], files), []);
  assert.deepEqual(await problemsOf(['zones'], files), ['zones/db.example.net: permission is denied']);
  for (const name of ['2.0.192.in-addr.arpa.zone', 'nsd.conf'])
    assert.deepEqual(await problemsOf(['zones/example.com.zone'], { ...files, [name]: undefined }), [
      `${name}: permission is denied`,
    ]);
});

test('where there is no commit none is asked for a text, unless others are put later', async () => {
  const askedWith = async (hasCommit: boolean, others: 'none' | 'later'): Promise<readonly string[]> => {
    const asked: string[] = [];
    const read = async (path: string) => void asked.push(path);
    const baseline = () => ({ ...NO_BASELINE, begin: () => hasCommit, read });
    const around = { ...surroundings({ 'example.com.zone': ZONE }), baseline };
    const workspace = await openWorkspace({ paths: [], config: undefined }, [serialNotIncreased], around);
    await settleWithCommit(workspace, around, others);
    return asked;
  };
  assert.deepEqual(await askedWith(true, 'none'), ['/w/example.com.zone']);
  assert.deepEqual(await askedWith(false, 'later'), ['/w/example.com.zone']);
  assert.deepEqual(await askedWith(false, 'none'), []);
});
