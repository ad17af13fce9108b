import assert from 'node:assert/strict';
import { afterEach, type TestContext, test } from 'node:test';
import { type CodeAction, CodeActionRequest, HoverRequest } from 'vscode-languageserver-protocol/node';
import { setLanguage } from '../../src/language/phrase.ts';
import { registry } from '../../src/rules/registry.ts';
import type { InitializationOptions } from '../../src/shared/protocol.ts';
import { Editor } from './editor.ts';

afterEach(() => setLanguage('en', undefined));

const files = {
  'example.com.zone': `$TTL 3600
@ IN SOA ns1 hostmaster 2026112301 86400 7200 2419200 3600
@ IN NS ns1
ns1 IN A 192.0.2.53
www IN A 192.0.2.10
`,
  '2.0.192.in-addr.arpa.zone': `$TTL 3600
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 86400 7200 2419200 3600
@ IN NS ns1.example.com.
53 IN PTR ns1.example.com.
`,
};

/** What a server says of the address without a pointer: the finding with its id, the hover and the titles of actions. */
async function said(t: TestContext, client: { readonly locale?: string; readonly options?: InitializationOptions }) {
  const editor = await Editor.start(t, { rules: registry, files, ...client });
  const uri = await editor.open('example.com.zone');
  const diagnostics = (await editor.diagnostics(uri)).filter(({ code }) => code === 'ptr-missing');
  const at = { line: 4, character: 10 };
  const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: at });
  const actions = await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics },
  });
  return {
    findings: diagnostics.map(({ code, message }) => `${code}: ${message}`),
    hover: JSON.stringify(hover?.contents),
    titles: (actions as CodeAction[]).map(({ title }) => title),
  };
}

const ENGLISH = 'ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa';
const GERMAN = 'ptr-missing: Kein PTR-Eintrag für 192.0.2.10 in 2.0.192.in-addr.arpa';

test('findings, hovers and titles are said in the language of the client, and ids and records stay', async (t) => {
  const { findings, hover, titles } = await said(t, { locale: 'de-DE' });
  assert.deepEqual(findings, [GERMAN]);
  assert.match(hover, /Adresse `192\.0\.2\.10` in 192\.0\.2\.0\/24, Reverse-Name `10\.2\.0\.192\.in-addr\.arpa`/);
  assert.match(hover, /Kein PTR-Eintrag in `2\.0\.192\.in-addr\.arpa`/);
  assert.ok(
    titles.includes('"10 IN PTR www.example.com." in 2.0.192.in-addr.arpa eintragen (Seriennummer 2026112302)'),
    titles.join('\n'),
  );
  assert.ok(titles.includes('ptr-missing für diese Zeile abschalten'), titles.join('\n'));
});

for (const locale of ['en', 'fr', 'C', '../de', undefined])
  test(`a client that says ${locale} for its language is answered in English`, async (t) => {
    const { findings, hover, titles } = await said(t, locale === undefined ? {} : { locale });
    assert.deepEqual(findings, [ENGLISH]);
    assert.match(hover, /No PTR record in `2\.0\.192\.in-addr\.arpa`/);
    assert.ok(
      titles.includes('Add "10 IN PTR www.example.com." to 2.0.192.in-addr.arpa (serial 2026112302)'),
      titles.join('\n'),
    );
  });

test('texts that a client brings along count before those of the package', async (t) => {
  const texts = { 'No PTR record for {0}{1} in {2}{3}': 'Pas de PTR pour {0}{1} dans {2}{3}' };
  const { findings, titles } = await said(t, { locale: 'de', options: { language: { tag: 'fr', texts } } });
  assert.deepEqual(findings, ['ptr-missing: Pas de PTR pour 192.0.2.10 dans 2.0.192.in-addr.arpa']);
  assert.ok(titles.includes('Disable ptr-missing for this line'), titles.join('\n'));
});
