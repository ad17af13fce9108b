import { Uri, window, workspace } from 'vscode';

/**
 * Says which of some files, which have just been changed, no editor shows and nothing saves: their zones are served as they
 * were until somebody does. The editor itself saves the files of a fix only where it changes several.
 */
export async function tellUnsaved(uris: readonly string[]): Promise<void> {
  if (workspace.getConfiguration('files').get('autoSave') === 'afterDelay') return;
  const shown = new Set(window.visibleTextEditors.map(({ document }) => document.uri.toString()));
  const hidden = uris.map((uri) => Uri.parse(uri)).filter((uri) => !shown.has(uri.toString()));
  const documents = await Promise.all(hidden.map((uri) => workspace.openTextDocument(uri)));
  const unsaved = documents.filter((document) => document.isDirty && !document.isUntitled);
  const [first] = unsaved;
  if (!first) return;
  const name = first.uri.path.slice(first.uri.path.lastIndexOf('/') + 1);
  const text =
    unsaved.length === 1
      ? `${name} has changed and is not saved`
      : `${name} and ${unsaved.length - 1} more have changed and are not saved`;
  const choice = await window.showInformationMessage(text, 'Save', 'Show');
  if (choice === 'Save') await Promise.all(unsaved.map((document) => document.save()));
  if (choice === 'Show') await window.showTextDocument(first);
}
