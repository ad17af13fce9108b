import { window, workspace } from 'vscode';
import { phrase } from '../language/phrase.ts';
import { type CompareRecordsResult, compareRecordsRequest } from '../shared/protocol.ts';
import type { RunningExtension } from './running.ts';

/** Opens a text that says which records of a file's zones are others than at the last commit. */
export async function compareRecords(extension: RunningExtension, uri: string | undefined): Promise<void> {
  const asked = uri === undefined ? { text: null, reason: phrase`Open a zone file first` } : await ask(extension, uri);
  if (asked.text === null) void window.showInformationMessage(asked.reason);
  else await window.showTextDocument(await workspace.openTextDocument({ content: asked.text, language: 'markdown' }));
}

function ask(extension: RunningExtension, uri: string): Promise<CompareRecordsResult> {
  return extension.ask<CompareRecordsResult>(compareRecordsRequest, { uri });
}
