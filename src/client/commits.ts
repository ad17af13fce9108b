import { type Disposable, type Event, extensions, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CommittedTextResult,
  committedNotification,
  committedTextRequest,
  type ReadFileParams,
} from '../shared/protocol.ts';
import { base64 } from './files.ts';

/** The part of the Git extension's API (version 1) that is used. */
interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  getRepository(uri: Uri): Repository | null;
}

interface Repository {
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly workingTreeChanges: readonly Change[];
    readonly indexChanges: readonly Change[];
    readonly mergeChanges: readonly Change[];
    readonly untrackedChanges?: readonly Change[];
    readonly onDidChange: Event<void>;
  };
  buffer(ref: string, path: string): Promise<Uint8Array>;
}

interface Change {
  readonly uri: Uri;
}

const UNKNOWN: CommittedTextResult = { kind: 'unknown' };

/**
 * Tells the server what files were at the last commit, through the Git extension: which is woken when the server asks for
 * the first text, and not before.
 *
 * Invariant: `#git` is the one call for the Git extension, undefined before anybody asked.
 */
export class Commits {
  readonly #heads = new Map<Repository, string | undefined>();
  readonly #subscriptions: Disposable[] = [];
  #git: Promise<GitApi | undefined> | undefined;
  #client: BaseLanguageClient | undefined;

  /** Answers the client's server, and tells it when there is another commit. */
  serve(client: BaseLanguageClient): void {
    this.#client = client;
    client.onRequest<CommittedTextResult, void>(committedTextRequest, ({ uri }: ReadFileParams) =>
      this.#textOf(Uri.parse(uri)),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }

  /** The Git extension, woken with the first call; from then on other commits are told of. */
  #api(): Promise<GitApi | undefined> {
    this.#git ??= gitApi().then((git) => {
      if (git) this.#watch(git);
      return git;
    });
    return this.#git;
  }

  #watch(git: GitApi): void {
    const watchOne = (repository: Repository) => {
      this.#heads.set(repository, repository.state.HEAD?.commit);
      this.#subscriptions.push(repository.state.onDidChange(() => this.#look(repository)));
      this.#tell();
    };
    git.repositories.forEach(watchOne);
    this.#subscriptions.push(git.onDidOpenRepository(watchOne));
  }

  #look(repository: Repository): void {
    const head = repository.state.HEAD?.commit;
    if (this.#heads.get(repository) === head) return;
    this.#heads.set(repository, head);
    this.#tell();
  }

  #tell(): void {
    if (this.#client?.isRunning()) void this.#client.sendNotification(committedNotification);
  }

  async #textOf(uri: Uri): Promise<CommittedTextResult> {
    const repository = (await this.#api())?.getRepository(uri);
    if (!repository?.state.HEAD?.commit || !workspace.getWorkspaceFolder(uri)) return UNKNOWN;
    const { workingTreeChanges, indexChanges, mergeChanges, untrackedChanges = [] } = repository.state;
    const has = (changes: readonly Change[]) => changes.some((change) => change.uri.toString() === uri.toString());
    if (has(untrackedChanges)) return UNKNOWN;
    if (![workingTreeChanges, indexChanges, mergeChanges].some(has)) return { kind: 'unchanged' };
    try {
      return { kind: 'text', base64: base64(await repository.buffer('HEAD', uri.fsPath)) };
    } catch {
      return UNKNOWN;
    }
  }
}

/** The Git extension; undefined where it is not there, switched off, or has no git to run. */
async function gitApi(): Promise<GitApi | undefined> {
  const extension = extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git');
  if (!extension) return undefined;
  try {
    const git = await extension.activate();
    return git.enabled ? git.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}
