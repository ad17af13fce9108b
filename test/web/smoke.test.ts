import * as vscode from 'vscode';
import {
  activeExtension,
  applyFix,
  openFile,
  until,
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

  test('reads configurations through the editor, and knows what they declare and what zones include', async () => {
    const { document } = await openFile('zones/hosts.inc');
    await until('the language', () =>
      vscode.workspace.textDocuments.some(
        ({ uri, languageId }) => uri.toString() === document.uri.toString() && languageId === 'dns-zone',
      )
        ? true
        : undefined,
    );
    const named = await openFile('named.conf');
    await until('a link to a zone file', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        named.document.uri,
      );
      return links.some(({ target }) => target?.path.endsWith('zones/example.com.zone')) || undefined;
    });
  });

  test('follows files that come outside of the editor', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder is open');
    const soa = '$TTL 1h\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 2h 1h 2w 1h\n@ IN NS ns1.example.com.\n';
    const name = 'zones/sub.example.org.zone';
    const text = new TextEncoder().encode(`${soa}new IN A 192.0.2.77\n`);
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, name), text);
    await waitForDiagnostic(name, 'zone-not-loaded', 'IN SOA');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, name));
  });
});
