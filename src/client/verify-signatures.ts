import { commands as editorCommands, ProgressLocation, window } from 'vscode';
import { phrase } from '../language/phrase.ts';
import {
  type VerifySignaturesParams,
  type VerifySignaturesResult,
  verifySignaturesRequest,
} from '../shared/checkers-protocol.ts';
import type { RunningExtension } from './running.ts';

/** Has the signatures of a document's zones verified, and says what came of it; what is wrong stands among the problems. */
export async function verifySignatures(extension: RunningExtension, uri: string | undefined): Promise<void> {
  if (uri === undefined) return void window.showInformationMessage(phrase`Open a zone file first`);
  const params: VerifySignaturesParams = { uri };
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: phrase`Verifying signatures`, cancellable: true },
    (_, token) => extension.askUntil<VerifySignaturesResult>(token, verifySignaturesRequest, params),
  );
  if (!result) return;
  if (result.problem !== undefined) return void window.showInformationMessage(result.problem);
  const text = result.zones.join('; ');
  if (result.wrong === 0) return void window.showInformationMessage(text);
  void window.showWarningMessage(text, phrase`Show Problems`).then((choice) => {
    if (choice) void editorCommands.executeCommand('workbench.actions.view.problems');
  });
}
