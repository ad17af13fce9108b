import { Disposable, type TextDocument, TextDocumentChangeReason, type WorkspaceEdit, workspace } from 'vscode';

/** What changed a file last, and may be taken back or made again. */
type Step = 'made' | 'undone';

/** The steps of a file, the oldest first, and the version in which it was saved last. */
interface Steps {
  readonly steps: readonly Step[];
  saved: number | undefined;
}

/** A change of several files that the editor is about to make, and what it has made of it. */
interface Awaited {
  /** The addresses of files that have not changed yet. */
  readonly left: Set<string>;
  /** Those that have, with the steps that they had before. */
  readonly arrived: Map<string, readonly Step[]>;
  /** When the first one did, in milliseconds. */
  since: number;
}

/** The editor changes all files of a step at once, and no person two files in so many milliseconds. */
const AT_ONCE = 1000;

/**
 * The editor saves the files of a step that changes several (`files.refactoring.autoSave`), and after Undo leaves them
 * unsaved: servers would go on with what a person took back. What was saved with a step is saved again when it is taken
 * back or made again, as long as nothing else was typed into it.
 *
 * Invariant: the steps of a file are those made since anything else changed it, the undone ones last. They outlive its
 * document, which the editor closes and opens again as it needs.
 */
export class SavedSteps {
  readonly #files = new Map<string, Steps>();
  #awaited: Awaited = { left: new Set(), arrived: new Map(), since: 0 };
  readonly #listeners = Disposable.from(
    workspace.onDidOpenTextDocument((document) => this.#isAsOnDisk(document)),
    workspace.onDidSaveTextDocument((document) => this.#isAsOnDisk(document)),
    workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      if (contentChanges.length === 0) return;
      if (reason === undefined) this.#changed(document.uri.toString());
      else this.#wentBack(document, reason);
    }),
  );

  /** The editor is about to make a change. */
  expect(edit: WorkspaceEdit): void {
    const entries = edit.entries();
    if (entries.length < 2 || !workspace.getConfiguration('files').get('refactoring.autoSave')) return;
    this.#awaited = { left: new Set(entries.map(([uri]) => uri.toString())), arrived: new Map(), since: 0 };
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #isAsOnDisk({ uri, version, isDirty }: TextDocument): void {
    const file = this.#files.get(uri.toString());
    if (file && !isDirty) file.saved = version;
  }

  #changed(uri: string): void {
    const { left, arrived } = this.#awaited;
    const before = this.#files.get(uri)?.steps.filter((step) => step === 'made') ?? [];
    this.#files.delete(uri);
    arrived.delete(uri);
    if (!left.delete(uri)) return;
    if (arrived.size === 0) this.#awaited.since = Date.now();
    arrived.set(uri, before);
    if (left.size > 0 || Date.now() - this.#awaited.since > AT_ONCE) return;
    for (const [one, steps] of arrived) this.#files.set(one, { steps: [...steps, 'made'], saved: undefined });
    arrived.clear();
  }

  #wentBack(document: TextDocument, reason: TextDocumentChangeReason): void {
    const uri = document.uri.toString();
    const { steps = [], saved } = this.#files.get(uri) ?? {};
    const isUndo = reason === TextDocumentChangeReason.Undo;
    const at = isUndo ? steps.lastIndexOf('made') : steps.indexOf('undone');
    this.#files.delete(uri);
    if (at < 0) return;
    const { version } = document;
    const isSaved = saved === version - 1;
    this.#files.set(uri, { steps: steps.with(at, isUndo ? 'undone' : 'made'), saved: isSaved ? version : saved });
    if (isSaved) void document.save();
  }
}
