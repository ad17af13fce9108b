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

/** The key for Undo means a fix in these files: nothing was typed since in the file that it was asked from. */
const CAN_UNDO = 'zonewright.canUndoFixIn';

/**
 * Says what fixes did to other files, with Undo, Show and Save. In the file at hand the key for Undo takes them back too,
 * the last one first, where they changed nothing there; otherwise the editor's own Undo does.
 *
 * Invariant: `#fixes` are those that the key may stand for, the last one last: the files they were asked from are since
 * as they were.
 */
export class DoneFixes {
  readonly #extension: RunningExtension;
  readonly #listener: Disposable;
  #fixes: readonly DoneParams[] = [];

  constructor(extension: RunningExtension) {
    this.#extension = extension;
    this.#listener = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const isElsewhere = (fix: DoneParams): boolean => !isAskedFrom(fix, document.uri);
      if (contentChanges.length > 0 && !this.#fixes.every(isElsewhere)) this.#keep(this.#fixes.filter(isElsewhere));
    });
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
    if (first !== undefined && !changesHome) this.#keep([...this.#without(params), params]);
    const choice = await window.showInformationMessage(said, ...choices);
    if (choice === phrase`Undo`) await this.#undo(params);
    if (choice === phrase`Show` && first !== undefined) await window.showTextDocument(Uri.parse(first));
    if (choice === phrase`Save`)
      for (const uri of uris) await (await workspace.openTextDocument(Uri.parse(uri))).save();
  }

  /** Takes back the fix that the key for Undo stands for. */
  async undoLast(): Promise<void> {
    const last = this.#lastHere();
    if (last) await this.#undo(last);
  }

  dispose(): void {
    this.#listener.dispose();
  }

  async #undo(params: DoneParams): Promise<void> {
    this.#keep(this.#without(params));
    const { edit, problem } = await this.#extension.ask<UndoResult>(undoRequest, params);
    if (problem !== undefined) void window.showWarningMessage(problem);
    if (edit) await applyAsSaved(await this.#extension.edit(edit));
  }

  #without({ uri, title }: DoneParams): readonly DoneParams[] {
    return this.#fixes.filter((fix) => fix.uri !== uri || fix.title !== title);
  }

  #keep(fixes: readonly DoneParams[]): void {
    this.#fixes = fixes;
    // By their paths: on a server the window has other addresses for its files.
    const homes = fixes.map(({ uri }) => Uri.parse(uri).fsPath);
    void editorCommands.executeCommand('setContext', CAN_UNDO, homes);
  }

  #lastHere(): DoneParams | undefined {
    const here = window.activeTextEditor?.document.uri;
    return here && this.#fixes.findLast((fix) => isAskedFrom(fix, here));
  }
}

function isAskedFrom(fix: DoneParams, uri: Uri): boolean {
  return uri.toString() === Uri.parse(fix.uri).toString();
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
