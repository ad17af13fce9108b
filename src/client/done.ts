import {
  type Disposable,
  commands as editorCommands,
  type TextDocument,
  Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { phrase } from '../language/phrase.ts';
import { type DoneParams, type DoneResult, doneRequest, type UndoResult, undoRequest } from '../shared/protocol.ts';
import type { RunningExtension } from './running.ts';

/** The key for Undo means the last fix as long as this is set: nothing was typed since in the file it was asked from. */
const CAN_UNDO = 'zonewright.canUndoFix';

/**
 * Says what fixes did to other files, with Undo, Show and Save. In the file at hand the key for Undo takes the last one
 * back too, where that changed nothing there; otherwise the editor's own Undo does.
 *
 * Invariant: `#last` is the fix that the key stands for, undefined where it means what it always means.
 */
export class DoneFixes {
  readonly #extension: RunningExtension;
  readonly #listeners: Disposable[];
  #last: DoneParams | undefined;

  constructor(extension: RunningExtension) {
    this.#extension = extension;
    this.#listeners = [
      window.onDidChangeActiveTextEditor(() => this.#show()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#isHome(document.uri)) this.#bind(undefined);
      }),
    ];
  }

  /** Tells what a fix did. */
  async tell(params: DoneParams): Promise<void> {
    const { said, uris, changesHome } = await this.#extension.ask<DoneResult>(doneRequest, params);
    if (said === null) return;
    const savesItself = workspace.getConfiguration('files').get('autoSave') === 'afterDelay';
    const [first] = uris;
    const choices = [
      ...(changesHome || first !== undefined ? [phrase`Undo`] : []),
      ...(first === undefined ? [] : [phrase`Show`]),
      ...(first === undefined || savesItself ? [] : [phrase`Save`]),
    ];
    if (first !== undefined && !changesHome) this.#bind(params);
    const choice = await window.showInformationMessage(said, ...choices);
    if (choice === phrase`Undo`) await this.#undo(params);
    if (choice === phrase`Show` && first !== undefined) await window.showTextDocument(Uri.parse(first));
    if (choice === phrase`Save`)
      for (const uri of uris) await (await workspace.openTextDocument(Uri.parse(uri))).save();
  }

  /** Takes back the fix that the key for Undo stands for. */
  async undoLast(): Promise<void> {
    if (this.#last) await this.#undo(this.#last);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  async #undo(params: DoneParams): Promise<void> {
    this.#bind(undefined);
    const { edit, problem } = await this.#extension.ask<UndoResult>(undoRequest, params);
    if (problem !== undefined) void window.showWarningMessage(problem);
    if (edit) await applyAsSaved(await this.#extension.edit(edit));
  }

  #bind(params: DoneParams | undefined): void {
    this.#last = params;
    this.#show();
  }

  #show(): void {
    const here = window.activeTextEditor?.document.uri;
    void editorCommands.executeCommand('setContext', CAN_UNDO, here !== undefined && this.#isHome(here));
  }

  #isHome(uri: Uri): boolean {
    return this.#last !== undefined && uri.toString() === Uri.parse(this.#last.uri).toString();
  }
}

/**
 * Makes a change that takes another one back. A file that was saved before is saved after it, and so is one that comes to
 * be as it is on disk: nothing is left to be saved where nothing is left of the fix.
 */
async function applyAsSaved(change: WorkspaceEdit): Promise<void> {
  const opened = change.entries().map(([uri]) => workspace.openTextDocument(uri));
  const documents = (await Promise.all(opened)).filter(({ isUntitled }) => !isUntitled);
  const saved = documents.filter(({ isDirty }) => !isDirty);
  if (!(await workspace.applyEdit(change))) return;
  for (const document of documents)
    if (document.isDirty && (saved.includes(document) || (await isAsOnDisk(document)))) await document.save();
}

async function isAsOnDisk(document: TextDocument): Promise<boolean> {
  try {
    const octets = await workspace.fs.readFile(document.uri);
    return new TextDecoder('utf-8', { fatal: true }).decode(octets) === document.getText();
  } catch {
    // A file that is gone, or in another encoding: a person is to save it.
    return false;
  }
}
