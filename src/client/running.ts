import type { CancellationToken, ExtensionContext, LogOutputChannel, WorkspaceEdit } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { KeyFiles } from './key-files.ts';
import type { Report } from './reports.ts';

/** What the parts of the client ask of the running extension (see `Extension`). */
export interface RunningExtension {
  readonly context: ExtensionContext;
  readonly output: LogOutputChannel;
  /** How private keys are written; undefined where the host has no files of its own. */
  readonly keyFiles: KeyFiles | undefined;
  /** The client of the running server; undefined where none runs yet. */
  readonly running: BaseLanguageClient | undefined;
  /** The client of the server, which is started where it does not run. */
  client(): Promise<BaseLanguageClient>;
  /** Asks the server. */
  ask<R>(method: string, params: object): Promise<R>;
  /** As `ask`, but undefined where `token` is cancelled before the answer is there. */
  askUntil<R>(token: CancellationToken, method: string, params: object): Promise<R | undefined>;
  /** An edit of the protocol as the editor has it. */
  edit(edit: unknown): Promise<WorkspaceEdit>;
  /** Shows a text that was made for it, which nobody has to save. */
  showReport(report: Report): Promise<void>;
  /** Calls back whenever the server runs, and what it knows of files may be other than before. */
  onNews(listener: () => void): void;
  /** Ends the server and starts a new one, which reads everything again. */
  restart(): Promise<void>;
}
