// What the suites do in an editor: the same in the Node and in the web-worker extension host.
import * as vscode from 'vscode';

const extensionId = 'zonewright.zonewright';

/** Polls until `probe` gives something, for half a minute at most; no fixed sleeps. */
export async function until<T>(what: string, probe: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + 25_000;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The extension under test, active. */
export async function activeExtension(): Promise<vscode.Extension<unknown>> {
  const extension = await until('the extension to be known', () => vscode.extensions.getExtension(extensionId));
  await extension.activate();
  return extension;
}

/** Where a file of the opened folder is. */
export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the opened folder in an editor. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  return vscode.window.showTextDocument(document);
}

/** The id of the rule that a diagnostic comes from. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** What a file's diagnostics are now, as `line rule: message` with one-based lines, in order. */
export function diagnosticLines(name: string): string[] {
  return vscode.languages
    .getDiagnostics(fileUri(name))
    .toSorted((a, b) => a.range.start.compareTo(b.range.start))
    .map((diagnostic) => `${diagnostic.range.start.line + 1} ${ruleOf(diagnostic)}: ${diagnostic.message}`);
}

/** Waits for a diagnostic of a rule, on the line that holds `text` where that is given. */
export function waitForDiagnostic(name: string, rule: string, text = ''): Promise<vscode.Diagnostic> {
  return until(`${rule} in ${name}`, async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(name));
    return vscode.languages
      .getDiagnostics(document.uri)
      .filter((diagnostic) => ruleOf(diagnostic) === rule)
      .find((diagnostic) => document.lineAt(diagnostic.range.start.line).text.includes(text));
  });
}

/** Waits until a file has no diagnostic of a rule, on lines that hold `text` where that is given. */
export async function waitForNoDiagnostic(name: string, rule: string, text = ''): Promise<void> {
  await until(`${rule} to leave ${name}`, async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(name));
    const left = vscode.languages
      .getDiagnostics(document.uri)
      .filter((diagnostic) => ruleOf(diagnostic) === rule)
      .some((diagnostic) => document.lineAt(diagnostic.range.start.line).text.includes(text));
    return left ? undefined : true;
  });
}

/**
 * Waits for a code action with a title that matches. While other extensions still register providers the editor cancels
 * running requests and answers with nothing: so it is asked again.
 */
export function waitForFix(name: string, range: vscode.Range, title: RegExp): Promise<vscode.CodeAction> {
  return until(`the action ${title}`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      fileUri(name),
      range,
      undefined,
      50,
    );
    return actions.find((action) => title.test(action.title));
  });
}

/** Applies a code action as the editor does: its edit, then its command. */
export async function applyFix(action: vscode.CodeAction): Promise<void> {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) throw new Error(`${action.title}: not applied`);
  const { command } = action;
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** The files of the opened folder as they were at `remember`; `restore` makes them so again, in the editors too. */
export class WorkspaceCopy {
  readonly #texts = new Map<string, Uint8Array>();

  static async remember(): Promise<WorkspaceCopy> {
    const copy = new WorkspaceCopy();
    for (const uri of await vscode.workspace.findFiles('**/*')) {
      copy.#texts.set(uri.toString(), await vscode.workspace.fs.readFile(uri));
    }
    return copy;
  }

  async restore(): Promise<void> {
    for (const document of vscode.workspace.textDocuments) await this.#restoreDocument(document);
    const missing = new Map(this.#texts);
    for (const uri of await vscode.workspace.findFiles('**/*')) {
      const text = this.#texts.get(uri.toString());
      missing.delete(uri.toString());
      if (!text) await vscode.workspace.fs.delete(uri);
      else if (!isEqual(text, await vscode.workspace.fs.readFile(uri))) await vscode.workspace.fs.writeFile(uri, text);
    }
    for (const [uri, text] of missing) await vscode.workspace.fs.writeFile(vscode.Uri.parse(uri), text);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  }

  async #restoreDocument(document: vscode.TextDocument): Promise<void> {
    const bytes = this.#texts.get(document.uri.toString());
    if (!bytes) return;
    const text = new TextDecoder().decode(bytes);
    if (document.getText() !== text) {
      const edit = new vscode.WorkspaceEdit();
      const end = document.lineAt(document.lineCount - 1).range.end;
      edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
      await vscode.workspace.applyEdit(edit);
    }
    if (document.isDirty) await document.save();
  }
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
