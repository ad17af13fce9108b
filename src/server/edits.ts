import type {
  ApplyWorkspaceEditParams,
  ApplyWorkspaceEditResult,
  ChangeAnnotation,
  CreateFile,
  TextEdit as ProtocolTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileEdit } from '../rules/rule.ts';
import type { AppliedEdit } from '../shared/protocol.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Session } from './session.ts';
import { type Path, schemeOf } from './uri.ts';

/** How edits are shown: what they do, the file they are asked from, and what is said where all are to be looked at. */
export interface EditOptions {
  readonly title: string;
  readonly home?: Path;
  readonly review?: string;
}

const REVIEW = 'zonewright review';

/** Edits in the words of the protocol, for the versions of the texts as they are. Edits of other files are labelled. */
export function workspaceEdit(session: Session, edits: readonly FileEdit[], options: EditOptions): WorkspaceEdit {
  const { client } = session;
  if (!client.versionedEdits) {
    const changes: Record<string, ProtocolTextEdit[]> = {};
    for (const edit of edits) changes[session.uri(edit.file.path)] = textEdits(client, edit);
    return { changes };
  }
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const documentChanges = edits.map((edit): TextDocumentEdit | CreateFile => {
    const { path } = edit.file;
    const textDocument = { uri: session.uri(path), version: session.open.get(path)?.version ?? null };
    if (!client.annotatedEdits || (path === options.home && options.review === undefined))
      return { textDocument, edits: textEdits(client, edit) };
    const annotationId = `zonewright ${path}`;
    changeAnnotations[annotationId] = {
      label: options.title,
      description: session.label(path),
      needsConfirmation: false,
    };
    return { textDocument, edits: textEdits(client, edit).map((item) => ({ ...item, annotationId })) };
  });
  const onDisk = edits.find(({ file }) => schemeOf(file.path) !== 'untitled');
  if (options.review !== undefined && client.isExtension && client.annotatedEdits && onDisk) {
    // VS Code shows edits before they are made where one is to be confirmed, and begins with that one unticked. One that
    // makes a file which is there does nothing, and has no row in the list.
    changeAnnotations[REVIEW] = { label: options.review, needsConfirmation: true };
    const uri = session.uri(onDisk.file.path);
    documentChanges.unshift({ kind: 'create', uri, options: { ignoreIfExists: true }, annotationId: REVIEW });
  }
  return Object.keys(changeAnnotations).length === 0 ? { documentChanges } : { documentChanges, changeAnnotations };
}

/** Asks the client to make an edit. */
export function applyEdit(
  session: Session,
  params: ApplyWorkspaceEditParams & AppliedEdit,
): Promise<ApplyWorkspaceEditResult> {
  return session.connection.workspace.applyEdit(session.positions.outward(params));
}

function textEdits(client: ClientFeatures, { file, edits }: FileEdit): ProtocolTextEdit[] {
  return edits.map(({ range, text }) => {
    const edit = { range, newText: text };
    return client.isExtension ? edit : fromLastLine(edit, file);
  });
}

/**
 * Whole lines behind the last line end, as an insertion at the end of the last line. The text becomes the same; but
 * Neovim, whose buffers have no line there, would add an empty one.
 */
function fromLastLine(edit: ProtocolTextEdit, { document }: SourceFile): ProtocolTextEdit {
  const { start, end } = edit.range;
  const lineEnd = /\r?\n$/.exec(edit.newText)?.[0];
  const isAtEnd = start.line > 0 && start.line === document.lineCount - 1 && document.lineText(start.line) === '';
  if (lineEnd === undefined || !isAtEnd || end.line !== start.line) return edit;
  const line = start.line - 1;
  const at = { line, character: document.lineText(line).length };
  return { range: { start: at, end: at }, newText: lineEnd + edit.newText.slice(0, -lineEnd.length) };
}
