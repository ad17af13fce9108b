import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DoneParams, doneRequest, type UndoParams } from '../../src/shared/protocol.ts';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('done');

const HOME = 'file:///example.com.zone';
const OTHER = 'file:///2.0.192.in-addr.arpa.zone';
const THIRD = 'file:///8.b.d.0.1.0.0.2.ip6.arpa.zone';
const FIX = ' +fix';
const UNDO = 1;
const REDO = 2;

interface Done {
  tell(params: DoneParams): Promise<void>;
  undoLast(): Promise<void>;
  redoLast(): Promise<void>;
  undoBefore(): Promise<void>;
}

/** A change, by file what its text becomes. */
class Change {
  readonly #texts = new Map<string, string>();

  set(uri: object, text: string): void {
    this.#texts.set(String(uri), text);
  }

  get size(): number {
    return this.#texts.size;
  }

  entries(): [object, string][] {
    return [...this.#texts].map(([uri, text]) => [uriOf(uri), text]);
  }
}

const uriOf = (uri: string) => ({ toString: () => uri, fsPath: uri });

/** An editor with files, their steps to undo and redo, and the keys as the manifest binds them. */
class Window {
  readonly texts = new Map([
    [HOME, 'home'],
    [OTHER, 'other'],
    [THIRD, 'third'],
  ]);
  /** The files that the fix changes. */
  readonly #changed: readonly string[];
  /** Whether documents are saved at once; otherwise they never are. */
  saves = true;
  /** What is pressed in the notice. */
  pressed: string | undefined;
  readonly shown: string[] = [];
  readonly done: Done;
  readonly #contexts = new Map<string, readonly string[]>();
  readonly #undo = new Map<string, string[]>();
  readonly #redo = new Map<string, string[]>();
  #listener: (event: object) => void = () => {};
  #active = HOME;

  constructor(changed: readonly string[] = [OTHER]) {
    this.#changed = changed;
    const vscode = {
      WorkspaceEdit: Change,
      Uri: { parse: uriOf },
      TextDocumentChangeReason: { Undo: UNDO, Redo: REDO },
      commands: {
        executeCommand: async (name: string, key: string, value: readonly string[]) => {
          if (name === 'setContext') this.#contexts.set(key, value);
          if (name === 'undo') this.#step(this.#undo, this.#redo, UNDO);
        },
      },
      window: {
        activeTextEditor: { document: { uri: { toString: () => this.#active } } },
        showInformationMessage: async () => this.pressed,
        showTextDocument: async (uri: object) => this.shown.push(String(uri)),
      },
      workspace: {
        getConfiguration: () => ({ get: () => 'off' }),
        onDidChangeTextDocument: (listener: (event: object) => void) => {
          this.#listener = listener;
        },
        openTextDocument: async () => this.#document(),
        applyEdit: async (change: Change) => {
          for (const [uri, text] of change.entries()) this.type(String(uri), text);
          return true;
        },
      },
    };
    const ask = async (method: string, { isRedo }: UndoParams) => {
      if (method === doneRequest) return { said: 'done', uris: this.#changed, changesHome: false };
      const edit = new Change();
      for (const uri of this.#changed) {
        const text = this.texts.get(uri) ?? '';
        edit.set(uriOf(uri), isRedo ? text + FIX : text.replace(FIX, ''));
      }
      return { edit };
    };
    const { DoneFixes } = load(vscode) as { DoneFixes: new (extension: object) => Done };
    this.done = new DoneFixes({ ask, edit: async (edit: object) => edit });
  }

  /** Makes a text of a file another one, in a step. */
  type(uri: string, text: string): void {
    this.#undo.set(uri, [...(this.#undo.get(uri) ?? []), this.texts.get(uri) ?? '']);
    this.#redo.delete(uri);
    this.#put(uri, text, undefined);
  }

  async fix(): Promise<void> {
    for (const uri of this.#changed) this.type(uri, `${this.texts.get(uri)}${FIX}`);
    await this.done.tell({ uri: HOME, title: 'Fix' });
  }

  /** Presses the key for Undo in a file. */
  async undoIn(uri: string): Promise<void> {
    this.#active = uri;
    if (this.#isIn('zonewright.canUndoFixIn')) await this.done.undoLast();
    else if (this.#isIn('zonewright.undoPassesOverIn')) await this.done.undoBefore();
    else this.#step(this.#undo, this.#redo, UNDO);
  }

  /** Presses the key for Redo in a file. */
  async redoIn(uri: string): Promise<void> {
    this.#active = uri;
    if (this.#isIn('zonewright.canRedoFixIn')) await this.done.redoLast();
    else this.#step(this.#redo, this.#undo, REDO);
  }

  #document(): object {
    let isDirty = false;
    return {
      isUntitled: false,
      get isDirty() {
        const was = isDirty;
        isDirty = true;
        return was;
      },
      save: () => (this.saves ? Promise.resolve(true) : new Promise(() => {})),
    };
  }

  get other(): string | undefined {
    return this.texts.get(OTHER);
  }

  /** Whether the key for Redo makes a fix again in a file. */
  canRedoIn(uri: string): boolean {
    this.#active = uri;
    return this.#isIn('zonewright.canRedoFixIn');
  }

  #isIn(key: string): boolean {
    return this.#contexts.get(key)?.includes(this.#active) === true;
  }

  #step(from: Map<string, string[]>, to: Map<string, string[]>, reason: number): void {
    const text = from.get(this.#active)?.pop();
    if (text === undefined) return;
    to.set(this.#active, [...(to.get(this.#active) ?? []), this.texts.get(this.#active) ?? '']);
    this.#put(this.#active, text, reason);
  }

  #put(uri: string, text: string, reason: number | undefined): void {
    this.texts.set(uri, text);
    this.#listener({ document: { uri: { toString: () => uri } }, contentChanges: [{}], reason });
  }
}

test('Redo in the file at hand makes a fix again that Undo took back, as often as one likes', async () => {
  const window = new Window();
  await window.fix();
  for (let round = 0; round < 3; round++) {
    await window.undoIn(HOME);
    assert.equal(window.other, 'other');
    await window.redoIn(HOME);
    assert.equal(window.other, 'other +fix');
  }
});

test('Undo in the other file never makes a fix again that was taken back: it goes on to what was before', async () => {
  const window = new Window();
  window.type(OTHER, 'other typed');
  await window.fix();
  await window.undoIn(HOME);
  await window.redoIn(HOME);
  await window.undoIn(HOME);
  assert.equal(window.other, 'other typed');
  await window.undoIn(OTHER);
  assert.equal(window.other, 'other');
  await window.undoIn(OTHER);
  assert.equal(window.other, 'other');
});

test('Redo in the other file makes the fix again, and Undo there takes it back by the step that it was', async () => {
  const window = new Window();
  await window.fix();
  await window.undoIn(HOME);
  await window.redoIn(OTHER);
  assert.equal(window.other, 'other +fix');
  await window.undoIn(OTHER);
  assert.equal(window.other, 'other');
  await window.undoIn(OTHER);
  assert.equal(window.other, 'other');
});

test('what is typed in the file at hand ends Redo of a fix, as it ends every Redo', async () => {
  const window = new Window();
  await window.fix();
  await window.undoIn(HOME);
  window.type(HOME, 'home typed');
  await window.redoIn(HOME);
  assert.equal(window.other, 'other');
});

test('Undo in one of several files that a fix changed does not make it again once it is taken back', async () => {
  const window = new Window([OTHER, THIRD]);
  window.type(THIRD, 'third typed');
  window.pressed = 'Undo';
  await window.fix();
  assert.deepEqual([window.other, window.texts.get(THIRD)], ['other', 'third typed']);
  await window.undoIn(OTHER);
  assert.deepEqual([window.other, window.texts.get(THIRD)], ['other', 'third typed']);
  await window.undoIn(THIRD);
  assert.equal(window.texts.get(THIRD), 'third');
  await window.undoIn(THIRD);
  assert.equal(window.texts.get(THIRD), 'third');
});

test('keys that are pressed while files are still being saved mean what is to be seen', { timeout: 5000 }, async () => {
  const window = new Window();
  await window.fix();
  window.saves = false;
  void window.undoIn(HOME);
  while (window.other !== 'other') await new Promise((done) => setImmediate(done));
  await new Promise((done) => setImmediate(done));
  assert.equal(window.canRedoIn(HOME), true);
});

test('a file that a fix made is opened', async () => {
  const window = new Window();
  await window.done.tell({ uri: HOME, title: 'Create', created: OTHER });
  assert.deepEqual(window.shown, [OTHER]);
});
