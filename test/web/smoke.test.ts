import * as vscode from 'vscode';
import { activeExtension, openFile } from '../support/vscode-editor.ts';
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
});
