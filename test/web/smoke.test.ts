import * as vscode from 'vscode';
import {
  activeExtension,
  applyFix,
  openFile,
  waitForDiagnostic,
  waitForFix,
  waitForNoDiagnostic,
} from '../support/vscode-editor.ts';
import { say, suite, test } from '../support/vscode-mocha.ts';

suite('the extension in a web worker', () => {
  test('activates, without any Node', async () => {
    say(`VS Code ${vscode.version}, web worker`);
    if (typeof process !== 'undefined') throw new Error('this extension host has Node');
    const extension = await activeExtension();
    if (!extension.isActive) throw new Error('it is not active');
  });

  test('knows a zone file by its name', async () => {
    const [zone] = await vscode.workspace.findFiles('**/*.zone');
    if (!zone) throw new Error('the folder holds no zone file');
    const { document } = await openFile(vscode.workspace.asRelativePath(zone));
    if (document.languageId !== 'dns-zone') throw new Error(`${document.uri} is ${document.languageId}`);
  });

  test('finds what is missing in another file, and adds it there', async () => {
    const forward = 'zones/example.com.zone';
    await openFile(forward);
    const missing = await waitForDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    await applyFix(await waitForFix(forward, missing.range, /^Add ".*PTR mail\.example\.com\." to /));
    await waitForNoDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    const { document } = await openFile('zones/8.b.d.0.1.0.0.2.ip6.arpa.zone');
    if (!document.getText().includes('mail.example.com.')) throw new Error('the reverse zone holds no new record');
  });
});
