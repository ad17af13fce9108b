import { Uri, window, workspace } from 'vscode';
import { phrase } from '../language/phrase.ts';

/**
 * Says which of some files, which have just been changed, no editor shows: their zones are served as they were until
 * somebody saves them, or with files.autoSave they are saved without a sign. The editor itself saves the files of a fix
 * only where it changes several.
 */
export async function tellUnsaved(uris: readonly string[]): Promise<void> {
  const savesItself = workspace.getConfiguration('files').get('autoSave') === 'afterDelay';
  const shown = new Set(window.visibleTextEditors.map(({ document }) => document.uri.toString()));
  const hidden = uris.map((uri) => Uri.parse(uri)).filter((uri) => !shown.has(uri.toString()));
  const documents = await Promise.all(hidden.map((uri) => workspace.openTextDocument(uri)));
  const changed = documents.filter((document) => (document.isDirty || savesItself) && !document.isUntitled);
  const [first] = changed;
  if (!first) return;
  const name = first.uri.path.slice(first.uri.path.lastIndexOf('/') + 1);
  const subject = phrase`${name} and ${changed.length - 1} more`;
  const [save, show] = [phrase`Save`, phrase`Show`];
  const choice = savesItself
    ? await window.showInformationMessage(
        changed.length === 1
          ? phrase`${name} has changed, and files.autoSave saves what changes`
          : phrase`${subject} have changed, and files.autoSave saves what changes`,
        show,
      )
    : await window.showInformationMessage(
        changed.length === 1
          ? phrase`${name} has changed and is not saved`
          : phrase`${subject} have changed and are not saved`,
        save,
        show,
      );
  if (choice === save) await Promise.all(changed.map((document) => document.save()));
  if (choice === show) await window.showTextDocument(first);
}
