import type { Command } from 'vscode-languageserver';
import { doneWords } from '../edits/done-words.ts';
import { isWritten, undoOf } from '../edits/undo-edits.ts';
import { phrase } from '../language/phrase.ts';
import type { FileEdit } from '../rules/rule.ts';
import { commands } from '../shared/commands.ts';
import type { DoneParams, DoneResult, UndoParams, UndoResult } from '../shared/protocol.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { tell } from './client-answers.ts';
import { applyEdit, workspaceEdit } from './edits.ts';
import type { Session } from './session.ts';

/** The command behind an action that tells what was done: of changes of other files, and where there is more to say. */
export function doneCommand(session: Session, file: SourceFile, title: string): Command {
  const params: DoneParams = { uri: session.uri(file.path), title };
  return { title, command: commands.tellDone, arguments: [params] };
}

/** Notes what an action is about to do. `said` is in the place of the words of its title. */
export function noteDone(
  session: Session,
  file: SourceFile,
  { title, edits, said }: { readonly title: string; readonly edits: readonly FileEdit[]; readonly said?: string },
): void {
  const undo = edits.map(undoOf);
  session.done.note({ uri: session.uri(file.path), title }, { said: said ?? doneWords(title), undo, home: file.path });
}

/** Notes a fix that was asked from no file, which is about to be made; what the client asks what was done with. */
export function noteDoneFromMap(session: Session, title: string, edits: readonly FileEdit[]): DoneParams {
  const params: DoneParams = { uri: '', title };
  session.done.note(params, { said: doneWords(title), undo: edits.map(undoOf), home: '' });
  return params;
}

/** What was done, for the client's notice. */
export function doneFix(session: Session, params: DoneParams): DoneResult {
  const done = session.done.of(params);
  if (!done) return { said: null, uris: [], changesHome: false };
  const paths = done.undo.map(({ path }) => path);
  return {
    said: done.said,
    uris: paths.filter((path) => path !== done.home).map((path) => session.uri(path)),
    changesHome: paths.includes(done.home),
  };
}

/**
 * The edit that takes a change back, or makes it again where it was taken back: where all that was written last still
 * stands as it was written.
 */
export function undoFix(session: Session, params: UndoParams): UndoResult {
  const done = session.done.of(params);
  const isRedo = params.isRedo === true;
  if (!done || (done.isUndone === true) !== isRedo)
    return { problem: isRedo ? phrase`There is nothing to make again` : phrase`There is nothing to take back` };
  const edits: FileEdit[] = [];
  for (const undo of done.undo) {
    const file = session.store.files.get(undo.path);
    if (!file || !isWritten(file.document, undo))
      return {
        problem: isRedo
          ? phrase`${session.label(undo.path)} has changed since: ask for the fix again`
          : phrase`${session.label(undo.path)} has changed since: take it back there by hand`,
      };
    edits.push({ file, edits: undo.edits });
  }
  const { said, home } = done;
  session.done.note(params, { said, home, undo: edits.map(undoOf), ...(isRedo ? {} : { isUndone: true }) });
  return { edit: workspaceEdit(session, edits, { title: isRedo ? phrase`Redo` : phrase`Undo`, home }) };
}

/** Tells a client that has no notice of its own, and takes the change back where the person wants that. */
export async function tellDone(session: Session, params: DoneParams): Promise<void> {
  const done = session.done.of(params);
  if (!done) return;
  const { window } = session.connection;
  const undo = { title: phrase`Undo` };
  // Some editors ask this in a dialog: what is pressed without a look keeps the fix.
  const choices = done.undo.length > 0 ? [{ title: phrase`Keep` }, undo] : [];
  const answer = await window.showInformationMessage(done.said, ...choices);
  if (answer?.title !== undo.title) return;
  const { edit, problem } = undoFix(session, params);
  if (problem !== undefined) tell(session, 'warning', problem);
  if (edit) await applyEdit(session, { edit: edit as ReturnType<typeof workspaceEdit> });
}
