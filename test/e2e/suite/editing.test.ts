import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activeExtension,
  diagnosticLines,
  fileUri,
  openFile,
  until,
  WorkspaceCopy,
  waitForDiagnostic,
  waitForNoDiagnostic,
} from '../../support/vscode-editor.ts';
import { suite, suiteSetup, teardown, test } from '../../support/vscode-mocha.ts';

const forward = 'zones/example.com.zone';
const reverse4 = 'zones/2.0.192.in-addr.arpa.zone';
const reverse6 = 'zones/8.b.d.0.1.0.0.2.ip6.arpa.zone';

/** The place of a text in an open document. */
function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${document.uri} holds ${text}`);
  return document.positionAt(offset + 1);
}

/** Asks until there is an answer: while other extensions start, the editor cancels requests. */
function ask<T>(what: string, command: string, ...args: unknown[]): Promise<readonly T[]> {
  return until(what, async () => {
    const found = await vscode.commands.executeCommand<readonly T[] | undefined>(command, ...args);
    return found && found.length > 0 ? found : undefined;
  });
}

suite('writing zones', () => {
  let copy: WorkspaceCopy;

  suiteSetup(async () => {
    copy = await WorkspaceCopy.remember();
    await activeExtension();
  });

  teardown(() => copy.restore());

  test('an address tells its PTR record and leads to it', async () => {
    const { document } = await openFile(forward);
    const at = placeOf(document, '192.0.2.30');
    await until('the PTR record in a hover', async () => {
      const hovers = await ask<vscode.Hover>('a hover', 'vscode.executeHoverProvider', document.uri, at);
      const texts = hovers
        .flatMap(({ contents }) => contents)
        .map((part) => (typeof part === 'string' ? part : part.value));
      return texts.some((text) => text.includes('30.2.0.192.in-addr.arpa')) || undefined;
    });
    const [target] = await ask<vscode.LocationLink>(
      'the definition',
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    assert.ok(target?.targetUri.path.endsWith(reverse4));
  });

  test('Format Document and Format Selection lay records out in the columns of the file', async () => {
    const { document } = await openFile(forward);
    const before = document.getText();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(before.length), 'fmt  IN A 192.0.2.77\nfmt2 IN A 192.0.2.78\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const last = document.lineCount - 2;
    const range = new vscode.Range(last, 0, last, 4);
    const options = { tabSize: 8, insertSpaces: false };
    const some = await ask<vscode.TextEdit>(
      'edits of the selection',
      'vscode.executeFormatRangeProvider',
      document.uri,
      range,
      options,
    );
    assert.ok(some.every((one) => one.range.start.line === last));
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until('the columns', async () => document.getText().endsWith('fmt2\t\tIN\tA\t192.0.2.78\n') || undefined);
    assert.equal(document.getText(), `${before}fmt\t\tIN\tA\t192.0.2.77\nfmt2\t\tIN\tA\t192.0.2.78\n`);
  });

  test('names of other zones are proposed with their final dot', async () => {
    const { document } = await openFile(reverse4);
    const end = document.lineAt(document.lineCount - 1).range.end;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, end, '40 IN PTR va\n');
    await vscode.workspace.applyEdit(edit);
    const at = placeOf(document, ' va\n').translate(0, 2);
    const labels = await until('proposals', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('vault.example.com.') ? found : undefined;
    });
    assert.ok(labels.includes('vault.example.com.'));
  });

  test('the outline, the folds and the links of a zone', async () => {
    const { document } = await openFile(forward);
    const symbols = await ask<vscode.DocumentSymbol>('symbols', 'vscode.executeDocumentSymbolProvider', document.uri);
    assert.ok(symbols.some(({ name }) => name === 'mail'));
    const links = await ask<vscode.DocumentLink>('links', 'vscode.executeLinkProvider', document.uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith('zones/hosts.inc')));
    const folds = await ask<vscode.FoldingRange>('folds', 'vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.some(({ start }) => document.lineAt(start).text.includes('SOA')));
  });

  test('a configuration leads to its zone files', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri('named.conf'));
    await vscode.window.showTextDocument(document);
    const links = await ask<vscode.DocumentLink>('links', 'vscode.executeLinkProvider', document.uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith(forward)));
  });

  test('a command raises the serial', async () => {
    const { document } = await openFile(forward);
    await vscode.commands.executeCommand('zonewright.bumpSerial');
    assert.doesNotMatch(document.getText(), /2026112001/);
    assert.equal(document.isDirty, true);
  });

  test('all missing PTR records are shown before they are added', async () => {
    await openFile(forward);
    await waitForDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    const added = vscode.commands.executeCommand('zonewright.addMissingPtrs');
    await until('the preview to be accepted', async () => {
      await vscode.commands.executeCommand('refactorPreview.apply');
      const document = await vscode.workspace.openTextDocument(fileUri(reverse6));
      return document.getText().includes('PTR\tmail.example.com.') || undefined;
    });
    await added;
    await waitForNoDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    await waitForNoDiagnostic('zones/hosts.inc', 'ptr-missing');
  });

  test('the reverse zone of an address is created with its stanza', async () => {
    const editor = await openFile(forward);
    const { document } = editor;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, 'far\tIN\tA\t198.51.100.7\n');
    await vscode.workspace.applyEdit(edit);
    const at = placeOf(document, '198.51.100.7');
    editor.selection = new vscode.Selection(at, at);
    const created = vscode.commands.executeCommand('zonewright.createReverseZone');
    await until('the preview to be accepted', async () => {
      await vscode.commands.executeCommand('refactorPreview.apply');
      return vscode.window.activeTextEditor?.document.uri.path.includes('100.51.198') || undefined;
    });
    await created;
    const made = vscode.window.activeTextEditor?.document;
    assert.ok(made);
    assert.ok(made.uri.path.endsWith('zones/100.51.198.in-addr.arpa.zone'));
    assert.match(made.getText(), /\n7\t+IN\tPTR\tfar\.example\.com\./);
    const configuration = await vscode.workspace.openTextDocument(fileUri('named.conf'));
    assert.match(configuration.getText(), /\n\nzone "100\.51\.198\.in-addr\.arpa" \{\n\ttype primary;/);
    await until('the configuration to be saved with the new file', () => !configuration.isDirty || undefined);
  });

  test('a zone comes back from its JSON', async () => {
    await openFile(forward);
    await vscode.commands.executeCommand('zonewright.exportJson');
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'json');
    await vscode.commands.executeCommand('zonewright.importJson');
    const made = vscode.window.activeTextEditor?.document;
    assert.equal(made?.languageId, 'dns-zone');
    assert.match(made?.getText() ?? '', /mail\t+3600\tIN\tA\t192\.0\.2\.10/);
  });

  test('a request for a PTR record is on the clipboard', async () => {
    const editor = await openFile(forward);
    const at = placeOf(editor.document, '192.0.2.30');
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('zonewright.copyPtrRequest');
    assert.match(await vscode.env.clipboard.readText(), /reverse DNS \(PTR record\) of 192\.0\.2\.30/);
  });

  test('a mail rejection on the clipboard is explained', async () => {
    await openFile(forward);
    await vscode.env.clipboard.writeText('550 5.7.25 No reverse DNS for 203.0.113.99');
    const explained = vscode.commands.executeCommand('zonewright.explainBounce');
    // No zone knows the address, so that the explanation comes first.
    const report = await until('the explanation', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'zonewright-report');
    });
    await explained;
    // It is shown by the preview of Markdown, and there is nothing to save.
    await until('the preview', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview ? true : undefined,
    );
    assert.equal(report.isDirty, false);
    const text = report.getText();
    assert.match(text, /It claims that 203\.0\.113\.99 has no PTR record/);
    assert.match(text, /No zone that is held here knows 203\.0\.113\.99/);
  });

  test('a restarted server finds the same', async () => {
    await openFile(forward);
    await waitForDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    const before = diagnosticLines(forward);
    await vscode.commands.executeCommand('zonewright.restart');
    await until('the findings', () =>
      JSON.stringify(diagnosticLines(forward)) === JSON.stringify(before) ? true : undefined,
    );
  });

  test('a zone file without a telling name is known by its content, until that is refused', async () => {
    const uri = fileUri('db.sub.example.net');
    const text = '; hosts of the laboratory\n$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 1h 2w 1h\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const language = () =>
      vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString())?.languageId;
    await until('the language', () => (language() === 'dns-zone' ? true : undefined));
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    assert.equal(language(), 'plaintext');
  });

  test('.rev, .dns and .hosts are zones by their names, but not what else is called so', async () => {
    const languageOf = async (name: string, text: string): Promise<() => string | undefined> => {
      const uri = fileUri(name);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      return () => vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString())?.languageId;
    };
    const zone = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 1h 2w 1h\n';
    for (const name of ['100.51.198.rev', 'example.net.dns', 'example.net.hosts'])
      assert.equal((await languageOf(name, zone))(), 'dns-zone', name);
    const blocked = await languageOf('blocked.hosts', '# not wanted\n0.0.0.0 ads.example.net\n');
    await until('plain text', () => (blocked() === 'plaintext' ? true : undefined));
    const notes = await languageOf('notes.rev', 'Revision notes\n==============\nThis is text.\n');
    await until('plain text', () => (notes() === 'plaintext' ? true : undefined));
    // A part of a zone has neither directive nor SOA, and a new one nothing at all.
    assert.equal((await languageOf('part.hosts', 'www IN A 192.0.2.1\n'))(), 'dns-zone');
    assert.equal((await languageOf('new.rev', '; to be written\n'))(), 'dns-zone');
  });
});
