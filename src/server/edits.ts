import type {
  ChangeAnnotation,
  TextEdit as ProtocolTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileEdit } from '../rules/rule.ts';
import type { Session } from './session.ts';
import type { Path } from './uri.ts';

/** How edits are shown: what they do, the file they are asked from, and whether each one is to be looked at. */
export interface EditOptions {
  readonly title: string;
  readonly home?: Path;
  readonly needsConfirmation?: boolean;
}

/** Edits in the words of the protocol, for the versions of the texts as they are. Edits of other files are labelled. */
export function workspaceEdit(session: Session, edits: readonly FileEdit[], options: EditOptions): WorkspaceEdit {
  const { client } = session;
  if (!client.versionedEdits) {
    const changes: Record<string, ProtocolTextEdit[]> = {};
    for (const edit of edits) changes[session.uri(edit.file.path)] = textEdits(edit);
    return { changes };
  }
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const documentChanges = edits.map((edit): TextDocumentEdit => {
    const { path } = edit.file;
    const textDocument = { uri: session.uri(path), version: session.open.get(path)?.version ?? null };
    if (!client.annotatedEdits || (path === options.home && !options.needsConfirmation))
      return { textDocument, edits: textEdits(edit) };
    const annotationId = `zonewright ${path}`;
    changeAnnotations[annotationId] = {
      label: options.title,
      description: session.label(path),
      needsConfirmation: options.needsConfirmation === true,
    };
    return { textDocument, edits: textEdits(edit).map((item) => ({ ...item, annotationId })) };
  });
  return Object.keys(changeAnnotations).length === 0 ? { documentChanges } : { documentChanges, changeAnnotations };
}

function textEdits({ edits }: FileEdit): ProtocolTextEdit[] {
  return edits.map(({ range, text }) => ({ range, newText: text }));
}
