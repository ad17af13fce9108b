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
import {
  type DoneParams,
  type DoneResult,
  doneRequest,
  type UndoParams,
  type UndoResult,
  undoRequest,
} from '../shared/protocol.ts';
import { OwnSteps } from './own-steps.ts';
import type { RunningExtension } from './running.ts';

/** The keys for Undo and Redo mean a fix in these files: nothing was typed since in the file that it was asked from. */
const CAN_UNDO = 'zonewright.canUndoFixIn';
const CAN_REDO = 'zonewright.canRedoFixIn';
/** In these files a fix is taken back, which the key for Undo passes over. */
const PASSES_OVER = 'zonewright.undoPassesOverIn';

/** A fix, with the files that it changed. */
interface Fix extends DoneParams {
  readonly changed: readonly string[];
}

/**
 * Says what fixes did to other files, with Undo, Show and Save. In the file at hand the key for Undo takes them back too,
 * the last one first, where they changed nothing there; otherwise the editor's own Undo does. What was taken back so the
 * key for Redo makes again, there and in the file that it changed.
 *
 * Invariant: `#fixes` are those that the key may stand for, the last one last: the files they were asked from are since
 * as they were. `#undone` are those that were taken back since, likewise.
 */
export class DoneFixes {
  readonly #extension: RunningExtension;
  readonly #listener: Disposable;
  readonly #steps = new OwnSteps();
  #fixes: readonly Fix[] = [];
  #undone: readonly Fix[] = [];
  #isChanging = false;

  constructor(extension: RunningExtension) {
    this.#extension = extension;
    this.#listener = workspace.onDidChangeTextDocument((event) => {
      if (event.contentChanges.length === 0) return;
      const isKnown = !this.#isChanging && this.#steps.changed(event);
      const isElsewhere = (fix: Fix): boolean => !isOf(fix.uri, event.document.uri);
      if (isKnown || ![...this.#fixes, ...this.#undone].every(isElsewhere))
        this.#keep(this.#fixes.filter(isElsewhere), this.#undone.filter(isElsewhere));
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
    const changed = [...uris, ...(changesHome ? [params.uri] : [])];
    const fix = { ...params, changed };
    const [only, second] = changed;
    if (only !== undefined && second === undefined) this.#steps.made(Uri.parse(only).toString());
    if (first !== undefined && !changesHome) this.#keep([...without(this.#fixes, fix), fix], []);
    const choice = await window.showInformationMessage(said, ...choices);
    if (choice === phrase`Undo`) await this.#undo(fix);
    if (choice === phrase`Show` && first !== undefined) await window.showTextDocument(Uri.parse(first));
    if (choice === phrase`Save`)
      for (const uri of uris) await (await workspace.openTextDocument(Uri.parse(uri))).save();
  }

  /** Takes back the fix that the key for Undo stands for. */
  async undoLast(): Promise<void> {
    const here = activeUri();
    const last = here && this.#fixes.findLast((fix) => isOf(fix.uri, here));
    if (last) await this.#undo(last);
  }

  /** Makes the fix again that the key for Redo stands for. */
  async redoLast(): Promise<void> {
    const here = activeUri();
    const last = here && this.#undone.findLast((fix) => filesOf(fix).some((uri) => isOf(uri, here)));
    if (!last) return;
    this.#keep(this.#fixes, without(this.#undone, last));
    if (await this.#turn(last, true)) this.#keep([...without(this.#fixes, last), last], this.#undone);
  }

  /** Undo in a file in which a fix was taken back: what was changed before the fix. */
  async undoBefore(): Promise<void> {
    const count = this.#steps.passedOver(activeUri()?.toString() ?? '');
    for (let step = 0; step <= count; step++) await editorCommands.executeCommand('undo');
  }

  dispose(): void {
    this.#listener.dispose();
  }

  async #undo(fix: Fix): Promise<void> {
    this.#keep(without(this.#fixes, fix), this.#undone);
    if (await this.#turn(fix, false)) this.#keep(this.#fixes, [...without(this.#undone, fix), fix]);
  }

  /** Takes a fix back, or makes it again; whether that was done. */
  async #turn({ uri, title, changed }: Fix, isRedo: boolean): Promise<boolean> {
    const params: UndoParams = { uri, title, isRedo };
    const { edit, problem } = await this.#extension.ask<UndoResult>(undoRequest, params);
    if (problem !== undefined) void window.showWarningMessage(problem);
    if (!edit) return false;
    this.#isChanging = true;
    try {
      if (!(await applyAsSaved(await this.#extension.edit(edit)))) return false;
    } finally {
      this.#isChanging = false;
    }
    for (const one of changed) this.#steps.turned(Uri.parse(one).toString());
    return true;
  }

  #keep(fixes: readonly Fix[], undone: readonly Fix[]): void {
    this.#fixes = fixes;
    this.#undone = undone;
    setContext(
      CAN_UNDO,
      fixes.map(({ uri }) => uri),
    );
    setContext(CAN_REDO, undone.flatMap(filesOf));
    setContext(PASSES_OVER, this.#steps.files());
  }
}

/** By their paths: on a server the window has other addresses for its files. */
function setContext(key: string, uris: readonly string[]): void {
  void editorCommands.executeCommand(
    'setContext',
    key,
    uris.map((uri) => Uri.parse(uri).fsPath),
  );
}

function without(fixes: readonly Fix[], { uri, title }: DoneParams): readonly Fix[] {
  return fixes.filter((fix) => fix.uri !== uri || fix.title !== title);
}

function filesOf({ uri, changed }: Fix): string[] {
  return [uri, ...changed];
}

function activeUri(): Uri | undefined {
  return window.activeTextEditor?.document.uri;
}

function isOf(uri: string, other: Uri): boolean {
  return other.toString() === Uri.parse(uri).toString();
}

/**
 * Makes a change that takes another one back, or makes it again; whether that was done. A file that was saved before is
 * saved after it, and so is one that comes to be as it is on disk: nothing is left to be saved where nothing is left of
 * the fix.
 */
async function applyAsSaved(change: WorkspaceEdit): Promise<boolean> {
  const opened = change.entries().map(([uri]) => workspace.openTextDocument(uri));
  const documents = (await Promise.all(opened)).filter(({ isUntitled }) => !isUntitled);
  const saved = documents.filter(({ isDirty }) => !isDirty);
  if (!(await workspace.applyEdit(change))) return false;
  for (const document of documents)
    if (document.isDirty && (saved.includes(document) || (await isAsOnDisk(document)))) await document.save();
  return true;
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
