import { type Disposable, commands as editorCommands, Uri, WorkspaceEdit, window, workspace } from 'vscode';
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
import { type Saving, saving } from './saving.ts';

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
  /** What keys have asked for before, which is done first: only then it is clear what the next one means. */
  #before: Promise<void> = Promise.resolve();

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
    if (params.created !== undefined) return void (await window.showTextDocument(Uri.parse(params.created)));
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
    for (const uri of changed) this.#steps.made(Uri.parse(uri).toString());
    if (first !== undefined && !changesHome) this.#keep([...without(this.#fixes, fix), fix], []);
    const choice = await window.showInformationMessage(said, ...choices);
    if (choice === phrase`Undo`) await this.#inOrder(() => this.#undo(fix));
    if (choice === phrase`Show` && first !== undefined) await window.showTextDocument(Uri.parse(first));
    if (choice === phrase`Save`)
      for (const uri of uris) await (await workspace.openTextDocument(Uri.parse(uri))).save();
  }

  /** Takes back the fix that the key for Undo stands for. */
  undoLast(): Promise<void> {
    return this.#inOrder(async () => {
      const here = activeUri();
      const last = here && this.#fixes.findLast((fix) => isOf(fix.uri, here));
      if (last) await this.#undo(last);
    });
  }

  /** Makes the fix again that the key for Redo stands for. */
  redoLast(): Promise<void> {
    return this.#inOrder(async () => {
      const here = activeUri();
      const last = here && this.#undone.findLast((fix) => filesOf(fix).some((uri) => isOf(uri, here)));
      if (!last) return;
      this.#keep(this.#fixes, without(this.#undone, last));
      const save = await this.#turn(last, true);
      if (!save) return;
      this.#keep([...without(this.#fixes, last), last], this.#undone);
      await save();
    });
  }

  /** Undo in a file in which a fix was taken back: what was changed before the fix. */
  async undoBefore(): Promise<void> {
    const count = this.#steps.passedOver(activeUri()?.toString() ?? '');
    for (let step = 0; step <= count; step++) await editorCommands.executeCommand('undo');
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #inOrder(task: () => Promise<void>): Promise<void> {
    const done = this.#before.then(task);
    this.#before = done.catch(() => {});
    return done;
  }

  async #undo(fix: Fix): Promise<void> {
    this.#keep(without(this.#fixes, fix), this.#undone);
    const save = await this.#turn(fix, false);
    if (!save) return;
    // Keys are pressed before all is saved.
    this.#keep(this.#fixes, [...without(this.#undone, fix), fix]);
    await save();
  }

  /** Takes a fix back, or makes it again; undefined where that was not done. */
  async #turn({ uri, title, changed }: Fix, isRedo: boolean): Promise<Saving | undefined> {
    const params: UndoParams = { uri, title, isRedo };
    const { edit, problem } = await this.#extension.ask<UndoResult>(undoRequest, params);
    if (problem !== undefined) void window.showWarningMessage(problem);
    if (!edit) return undefined;
    const change = await this.#extension.edit(edit);
    const save = await saving(change);
    this.#isChanging = true;
    try {
      for (const step of stepsOf(change)) if (!(await workspace.applyEdit(step))) return undefined;
    } finally {
      this.#isChanging = false;
    }
    for (const one of changed) this.#steps.turned(Uri.parse(one).toString());
    return save;
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
 * A change of several files as one of each: Undo in one of them then takes this step back by itself, and does not ask
 * about the others. Where files come or go it stays one.
 */
function stepsOf(change: WorkspaceEdit): readonly WorkspaceEdit[] {
  const entries = change.entries();
  if (entries.length < 2 || entries.length !== change.size) return [change];
  return entries.map(([uri, edits]) => {
    const step = new WorkspaceEdit();
    step.set(uri, edits);
    return step;
  });
}
