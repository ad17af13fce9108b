import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '../../src/rules/registry.ts';
import { Editor } from './editor.ts';
import { changed, freshLike, settled, shownBy } from './whole-server.ts';

const HEAD = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
const IN_VIEW = 'view "in" { zone "example.com" { type primary; file "example.com.zone"; }; };\n';
const TWICE =
  'zone "example.com" { type primary; file "inside"; };\nzone "example.com" { type primary; file "example.com.zone"; };\n';

test('a file that answers in one view and is contested in another says the same in whichever order that came', async (t) => {
  const files = { 'example.com.zone': HEAD, inside: `${HEAD}a A 192.0.2.2\n`, 'named.conf': IN_VIEW };
  const editor = await Editor.start(t, { rules: registry, files });
  await settled(editor);
  const uri = [...editor.files.keys()].find((name) => name.endsWith('named.conf')) ?? '';
  editor.files.set(uri, TWICE + IN_VIEW);
  await changed(editor, [[uri, 2]]);
  await settled(editor);
  const shown = await shownBy(editor);
  assert.deepEqual(shown, await shownBy(await freshLike(t, editor, () => 0)));
  assert.match(JSON.stringify(shown['example.com.zone']), /neither is checked against other zones/);
});
