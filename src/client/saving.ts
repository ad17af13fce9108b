import { type TextDocument, type WorkspaceEdit, workspace } from 'vscode';

/** What is left to be done once a change is made: saving what was saved before. */
export type Saving = () => Promise<void>;

/**
 * What saves the files of a change that is about to be made: those that are saved before it, and those that come to be as
 * they are on disk. Where it takes another one back, nothing is left to be saved where nothing is left of that.
 */
export async function saving(change: WorkspaceEdit): Promise<Saving> {
  const opened = change.entries().map(([uri]) => workspace.openTextDocument(uri));
  const documents = (await Promise.all(opened)).filter(({ isUntitled }) => !isUntitled);
  const saved = documents.filter(({ isDirty }) => !isDirty);
  return async () => {
    for (const document of documents)
      if (document.isDirty && (saved.includes(document) || (await isAsOnDisk(document)))) await document.save();
  };
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
