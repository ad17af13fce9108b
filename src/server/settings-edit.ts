import type { WorkspaceEdit } from 'vscode-languageserver';
import { TextLines } from '../report/text-lines.ts';
import type { SettingsChange } from '../settings/rule-setting.ts';
import type { Session } from './session.ts';
import type { Path } from './uri.ts';

/** A change of a settings file in the words of the protocol; undefined where the client can't make the file. */
export function settingsEdit(
  session: Session,
  path: Path,
  { text, change }: { readonly text: string | undefined; readonly change: SettingsChange },
): WorkspaceEdit | undefined {
  const uri = session.uri(path);
  const lines = new TextLines(text ?? '');
  const range = { start: lines.position(change.start), end: lines.position(change.end) };
  const edits = [{ range, newText: change.text }];
  if (text !== undefined && !session.client.versionedEdits) return { changes: { [uri]: edits } };
  if (text === undefined && !session.client.createsFiles) return undefined;
  const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
  const textChange = { textDocument: { uri, version: null }, edits };
  return { documentChanges: text === undefined ? [create, textChange] : [textChange] };
}
