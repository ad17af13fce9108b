import { type Disposable, type TextEditor, window } from 'vscode';
import { type CursorParams, cursorNotification, type DocumentParams } from '../shared/protocol.ts';
import type { RunningExtension } from './running.ts';

/** Tells the server on which line the cursor stands: of that line it says nothing while it grows. */
export function tellCursor(extension: RunningExtension): Disposable[] {
  let last = '';
  const tell = (editor: TextEditor | undefined) => {
    const client = extension.running;
    if (!client) return;
    const params: CursorParams = editor
      ? { uri: client.code2ProtocolConverter.asUri(editor.document.uri), line: editor.selection.active.line }
      : {};
    const text = JSON.stringify(params);
    if (text === last) return;
    last = text;
    client.sendNotification(cursorNotification, params).catch((error) => extension.output.debug(`cursor: ${error}`));
  };
  extension.onNews(() => tell(window.activeTextEditor));
  return [
    window.onDidChangeActiveTextEditor(tell),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) tell(textEditor);
    }),
  ];
}

/** The place of the cursor in the editor that is typed into. */
export function cursorPlace(): DocumentParams | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
