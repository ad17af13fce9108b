import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activeExtension,
  fileUri,
  openFile,
  until,
  WorkspaceCopy,
  waitForDiagnostic,
} from '../../support/vscode-editor.ts';
import { suite, suiteSetup, teardown, test } from '../../support/vscode-mocha.ts';

const forward = 'zones/example.com.zone';
const include = 'zones/hosts.inc';

function languageOf(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString())?.languageId;
}

function write(name: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
}

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const at = document.positionAt(document.getText().indexOf(text));
  return until(`the hover on ${text}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const words = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    return words.length > 0 ? words.join('\n') : undefined;
  });
}

suite('which file is which zone', () => {
  let copy: WorkspaceCopy;

  suiteSetup(async () => {
    copy = await WorkspaceCopy.remember();
    await activeExtension();
  });

  teardown(() => copy.restore());

  test('an included file that is opened alone is a zone file, in the zone of its includer', async () => {
    await openFile(forward);
    await waitForDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    const { document } = await openFile(include);
    await until('the language', () => (languageOf(document.uri) === 'dns-zone' ? true : undefined));
    assert.match(await hoverAt(document, 'build'), /build\.example\.com/);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('192.0.2.42'));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 10)), '192.0.2.43');
    await vscode.workspace.applyEdit(edit);
    await until(
      'the new address',
      () =>
        vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes('192.0.2.43')) ||
        undefined,
    );
  });

  test('configurations of all names lead to their zones and say what is missing', async () => {
    const zones = 'zone "example.net" { type primary; file "zones/example.org.zone"; };\n';
    await write('named.conf.local', `${zones}zone "sub.example.net" { type primary; file "zones/gone.zone"; };\n`);
    const { document } = await openFile('named.conf.local');
    await waitForDiagnostic('named.conf.local', 'configuration-file-missing', 'gone.zone');
    const links = await until('the links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.ok(links.some(({ target }) => target?.path.endsWith('zones/example.org.zone')));
  });

  test('an untitled text with $ORIGIN is a zone', async () => {
    await openFile(forward);
    await waitForDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    const soa = '@ IN SOA ns1.example.com. hostmaster.example.com. 1 2h 1h 2w 1h\n';
    const content = `$ORIGIN lab.example.org.\n$TTL 1h\n${soa}@ IN NS ns1.example.com.\nwww IN A 192.0.2.77\n`;
    const document = await vscode.workspace.openTextDocument({ content, language: 'dns-zone' });
    await vscode.window.showTextDocument(document);
    assert.match(await hoverAt(document, 'www'), /www\.lab\.example\.org/);
    const found = () => vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
    await until(
      'the missing record',
      () => found().some((message) => message.includes('192.0.2.77')) || undefined,
    ).catch(() => assert.deepEqual(found(), ['No PTR record for 192.0.2.77 in 2.0.192.in-addr.arpa']));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

async function textOf(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(fileUri(path))).getText();
}

/** Renames a file as the explorer does. */
async function renameFile(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(fileUri(from), fileUri(to));
  assert.ok(await vscode.workspace.applyEdit(edit));
}

suite('renaming files', () => {
  let copy: WorkspaceCopy;

  suiteSetup(async () => {
    copy = await WorkspaceCopy.remember();
    await activeExtension();
  });

  teardown(() => copy.restore());

  test('an included file: the $INCLUDE line follows', async () => {
    const { document } = await openFile(forward);
    await until('the links', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return links.some(({ target }) => target?.path.endsWith('hosts.inc')) || undefined;
    });
    await renameFile('zones/hosts.inc', 'zones/web.inc');
    await until('the line', async () => document.getText().includes('$INCLUDE "zones/web.inc"') || undefined);
  });

  test('a zone file, in the explorer and with F2 in named.conf: the configuration follows, once', async () => {
    await openFile(forward);
    await renameFile(forward, 'zones/com.zone');
    await until('the statement', async () => (await textOf('named.conf')).includes('"zones/com.zone"') || undefined);

    const document = await vscode.workspace.openTextDocument(fileUri('named.conf'));
    await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('zones/com.zone') + 8);
    const edit = await until('the rename', async () => {
      try {
        return await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          at,
          'zones/main.zone',
        );
      } catch {
        return undefined;
      }
    });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the new file', async () => ((await textOf('zones/main.zone')).includes('SOA') ? true : undefined));
    await until('the statement', async () => document.getText().includes('"zones/main.zone"') || undefined);
    assert.equal(document.getText().match(/zones\/main\.zone/g)?.length, 1);
    assert.doesNotMatch(document.getText(), /com\.zone"/);
  });
});
