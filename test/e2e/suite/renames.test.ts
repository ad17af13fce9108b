import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, fileUri, openFile, until, WorkspaceCopy } from '../../support/vscode-editor.ts';
import { suite, suiteSetup, teardown, test } from '../../support/vscode-mocha.ts';

const forward = 'zones/example.com.zone';

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
