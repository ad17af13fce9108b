import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DidChangeConfigurationNotification } from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, FOLDER } from './editor.ts';

const soa = '$TTL 3600\n@ IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h\n@ IN NS ns1.example.net.\n';
const forward = `${soa}www IN A 192.0.2.10\n`;
const reverse = `${soa}10 IN PTR www.example.com.\n`;
const padding = `; ${'-'.repeat(1021)}\n`.repeat(1200);

/** An editor on files, and what the server has told the person. */
async function editorOn(t: Parameters<typeof Editor.start>[0], files: Record<string, string>, settings: object) {
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const editor = await Editor.start(t, { rules: registry, files, settings, onList: () => begun });
  const told: string[] = [];
  editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => void told.push(message));
  begin();
  return { editor, told };
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let attempt = 0; attempt < 1500; attempt++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail(what);
}

test('zones that there is no room for are told of once, and read when the settings give them room', async (t) => {
  const files = {
    'example.com.zone': forward,
    '2.0.192.in-addr.arpa.zone': reverse + padding,
    'example.org.zone': soa + padding,
  };
  const settings = { limits: { megabytes: 1 } };
  const { editor, told } = await editorOn(t, files, settings);
  const { store } = editor.session;
  const paths = (): string[] => [...store.files.keys()].map((path) => path.slice(FOLDER.length + 1)).sort();
  await until(() => told.length > 0, 'nothing was told');
  assert.match(
    told[0] ?? '',
    /^Zonewright: 2 files \(2 MiB\), the first of them .*\.zone, were not read: 1 MiB are read/,
  );
  assert.match(told[0] ?? '', /raise "zonewright\.limits\.megabytes" in the settings$/);
  assert.deepEqual(paths(), ['example.com.zone']);
  settings.limits.megabytes = 64;
  await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await until(() => store.files.size === 3, 'the files were not read');
  assert.deepEqual(paths(), ['2.0.192.in-addr.arpa.zone', 'example.com.zone', 'example.org.zone']);
  assert.equal(told.length, 1);
});

test('a zone that is opened is checked, whatever room there is', async (t) => {
  const { editor, told } = await editorOn(t, { 'example.com.zone': forward + padding }, { limits: { megabytes: 1 } });
  await until(() => told.length > 0, 'nothing was told');
  const uri = await editor.open('example.com.zone');
  await until(() => editor.session.store.files.size === 1, 'the zone was not read');
  assert.ok(Array.isArray(await editor.diagnostics(uri)));
});

test('of too many files the nearest are looked at, and the person is told', async (t) => {
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.example.zone`, forward]));
  const { editor, told } = await editorOn(t, files, { limits: { files: 9 } });
  await until(() => told.length > 0, 'nothing was told');
  assert.match(told[0] ?? '', /more than 9 files lie below .*: the nearest were looked at/);
  assert.ok(editor.session.store.files.size <= 9);
});
