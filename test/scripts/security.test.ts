import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSources } from '../../scripts/layers.ts';

const root = join(import.meta.dirname, '../..');

test('each line of the threat model names tests that there are', () => {
  const rows = readFileSync(join(root, 'docs/security.md'), 'utf8').match(/^\| (?!what|-).*\|$/gm) ?? [];
  assert.ok(rows.length >= 10);
  for (const row of rows) {
    const named = [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    assert.ok(named.length > 0, row);
    for (const path of named) assert.ok(existsSync(join(root, path)), path);
  }
});

/** What asks the DNS, at a person's request; and the web client, which loads its server from its own package. */
const ASKERS = new Set([
  'client/read-script.ts',
  'ports/resolver-https.ts',
  'ports/resolver.node.ts',
  'ports/tcp-messages.node.ts',
  'ports/udp-sockets.node.ts',
]);

test('no source opens a connection but those of the live check and the loader of the server', () => {
  const modules =
    /from '(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?'|\bfetch\(|new (?:XMLHttpRequest|WebSocket|EventSource)\b/;
  for (const { path, text } of readSources(root)) if (!ASKERS.has(path)) assert.doesNotMatch(text, modules, path);
});
