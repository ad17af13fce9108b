import { window } from 'vscode';
import { phrase } from '../language/phrase.ts';
import { type CompareRecordsResult, compareRecordsRequest } from '../shared/protocol.ts';
import type { RunningExtension } from './running.ts';
import { fileName } from './webview.ts';

/** Shows which records of a file's zones are others than at the last commit. */
export async function compareRecords(extension: RunningExtension, uri: string | undefined): Promise<void> {
  const { text, reason } =
    uri === undefined ? { text: null, reason: phrase`Open a zone file first` } : await ask(extension, uri);
  if (text === null || uri === undefined) void window.showInformationMessage(reason);
  else await extension.showReport({ title: phrase`${fileName(uri)} since the last commit`, about: uri, text });
}

function ask(extension: RunningExtension, uri: string): Promise<CompareRecordsResult> {
  return extension.ask<CompareRecordsResult>(compareRecordsRequest, { uri });
}
