import assert from 'node:assert/strict';
import {
  DidChangeTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Position,
  SemanticTokensRequest,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { asciiText } from '../../src/text/source.ts';
import { sourceOf } from '../../src/workspace/whole-text.ts';
import { ODD, PIECES, pick, ROWS, textOf } from '../support/large-texts.ts';
import { Editor, FOLDER, type Scope } from './editor.ts';
import { Rounds, turns } from './rounds.ts';
import { lengthIn, UNITS } from './units.ts';
import type { VirtualTime } from './virtual-time.ts';
import { changed, type Random, randomOf, settled, shownBy } from './whole-server.ts';

const NAMES = [
  'example.com.zone',
  'example.com.zone',
  '2.0.192.in-addr.arpa.zone',
  'part',
  'other',
  'sub.example.com.zone',
];

interface Made {
  readonly start: number;
  readonly removed: string;
  readonly put: string;
}

/** A document as its editor has it, with what undoing it takes. */
interface Document {
  text: string;
  version: number;
  readonly done: Made[];
}

/** Opens, types, takes back and closes at random, with the texts as an editor has them. */
class Typist {
  readonly open = new Map<string, Document>();
  readonly editor: Editor;
  readonly steps: string[] = [];
  readonly #random: Random;

  constructor(editor: Editor, random: Random) {
    this.editor = editor;
    this.#random = random;
  }

  async step(): Promise<void> {
    const random = this.#random;
    const name = pick(random, NAMES);
    const document = this.open.get(name);
    const kind = random(12);
    if (kind === 0) return this.#disk(name, textOf(random, 300));
    if (!document) return this.#open(name, random(3) === 0 ? textOf(random, 700) : this.#onDisk(name));
    if (kind === 1) return this.#close(name);
    if (kind === 2) {
      await this.#close(name);
      return this.#open(name, random(2) === 0 ? document.text : textOf(random, 700));
    }
    if (kind === 3) return this.#disk(name, document.text);
    if (kind === 4) return this.#undo(name, document);
    return this.#change(name, document);
  }

  #onDisk(name: string): string {
    return String(this.editor.files.get(`${FOLDER}/${name}`) ?? '');
  }

  async #disk(name: string, text: string): Promise<void> {
    const uri = `${FOLDER}/${name}`;
    this.steps.push(`disk ${name} ${JSON.stringify(text)}`);
    const type = this.editor.files.has(uri) ? 2 : 1;
    // A file has no halves of characters.
    this.editor.files.set(uri, Buffer.from(text).toString());
    await changed(this.editor, [[uri, type]]);
  }

  async #open(name: string, text: string): Promise<void> {
    this.steps.push(`open ${name} ${JSON.stringify(text)}`);
    this.open.set(name, { text, version: 1, done: [] });
    await this.editor.open(name, text);
  }

  async #close(name: string): Promise<void> {
    this.steps.push(`close ${name}`);
    this.open.delete(name);
    await this.editor.close(`${FOLDER}/${name}`);
  }

  async #change(name: string, document: Document): Promise<void> {
    const random = this.#random;
    const changes: TextDocumentContentChangeEvent[] = [];
    for (let count = 1 + random(random(3) === 0 ? 5 : 1); count > 0; count--) {
      const { text } = document;
      if (random(14) === 0) {
        const whole = random(2) === 0 ? textOf(random, 700) : this.#mutated(text);
        document.done.push({ start: 0, removed: text, put: whole });
        document.text = whole;
        changes.push({ text: whole });
        continue;
      }
      const [start, end] = this.#stretch(text);
      const put = this.#insertion();
      const range = { start: this.#position(text, start), end: this.#position(text, end) };
      changes.push({ range, text: put });
      this.#make(document, start, end, put);
    }
    await this.#send(name, document, changes);
  }

  #mutated(text: string): string {
    const [start, end] = this.#stretch(text);
    return text.slice(0, start) + this.#insertion() + text.slice(end);
  }

  #insertion(): string {
    const random = this.#random;
    switch (random(6)) {
      case 0:
        return `${pick(random, ODD)}\n`;
      case 1:
        return `\n${pick(random, ODD)}\n`;
      case 2:
        return `${pick(random, ROWS)(random(300))}\n`;
      case 3:
        return random(5) === 0 ? textOf(random, 400) : '';
      default: {
        const piece = pick(random, PIECES);
        // A client that counts bytes has no halves of characters.
        return this.editor.unit === 'utf-8' && /^[\ud800-\udfff]$/.test(piece) ? 'x' : piece;
      }
    }
  }

  /** Where an editor may cut: not inside a CRLF, and in other units than UTF-16 not inside a character. */
  #stretch(text: string): [number, number] {
    const random = this.#random;
    let start = random(text.length + 1);
    if (random(3) === 0) start = text.lastIndexOf('\n', start) + 1;
    let end = start;
    if (random(2) === 0) end = Math.min(text.length, start + random(pick(random, [4, 4, 300, 20_000])));
    if (random(4) === 0) end = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end) + 1;
    return [this.#boundary(text, start), this.#boundary(text, end)];
  }

  #boundary(text: string, at: number): number {
    if (text[at - 1] === '\r' && text[at] === '\n') return at - 1;
    if (this.editor.unit === 'utf-16') return at;
    return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
  }

  #make(document: Document, start: number, end: number, put: string): void {
    const { text } = document;
    document.done.push({ start, removed: text.slice(start, end), put });
    document.text = text.slice(0, start) + put + text.slice(end);
  }

  /** The last changes taken back, one after the other. */
  async #undo(name: string, document: Document): Promise<void> {
    const changes: TextDocumentContentChangeEvent[] = [];
    for (let count = this.#random(2) === 0 ? 1 : 100; count > 0; count--) {
      const made = document.done.pop();
      if (!made) break;
      const { start, removed, put } = made;
      const { text } = document;
      const end = start + put.length;
      if (this.#boundary(text, start) !== start || this.#boundary(text, end) !== end) {
        document.text = text.slice(0, start) + removed + text.slice(end);
        changes.push({ text: document.text });
        continue;
      }
      const range = { start: this.#position(text, start), end: this.#position(text, end) };
      changes.push({ range, text: removed });
      document.text = text.slice(0, start) + removed + text.slice(end);
    }
    if (changes.length > 0) await this.#send(name, document, changes);
  }

  /** A place in the client's unit; an end of a line or of the text may be told as a place beyond it. */
  #position(text: string, offset: number): Position {
    const random = this.#random;
    const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
    const last = lines.at(-1) ?? '';
    const line = lines.length - 1;
    const character = lengthIn(this.editor.unit, last);
    const isAtEnd = offset === text.length;
    if (isAtEnd && random(6) === 0) return { line: line + 1 + random(400), character: random(9) };
    if ((isAtEnd || /[\r\n]/.test(text[offset] ?? '')) && random(6) === 0)
      return { line, character: character + random(100) };
    return { line, character };
  }

  async #send(name: string, document: Document, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const uri = `${FOLDER}/${name}`;
    document.version++;
    this.editor.texts.set(uri, { text: document.text, version: document.version });
    this.steps.push(`change ${name} ${JSON.stringify(contentChanges)}`);
    await this.editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: document.version },
      contentChanges,
    });
  }
}

/** All that is shown of the open documents but diagnostics. */
async function looksOf(editor: Editor, names: Iterable<string>): Promise<unknown> {
  const looks: Record<string, unknown> = {};
  const options = { tabSize: 8, insertSpaces: false };
  for (const name of names) {
    const textDocument = { uri: `${FOLDER}/${name}` };
    const { connection } = editor;
    const tokens = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    looks[name] = {
      symbols: JSON.stringify(await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })),
      folding: JSON.stringify(await connection.sendRequest(FoldingRangeRequest.type, { textDocument })),
      tokens: tokens && JSON.stringify(tokens.data),
      layout: JSON.stringify(await connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options })),
    };
  }
  return looks;
}

/** All that is found, also what is too much to be shown. */
function foundBy({ session }: Editor): string[] {
  const lines: string[] = [];
  for (const [{ path }, all] of session.reporter.all())
    for (const { range, severity, rule, message, related } of all) {
      // What a serial was before is known of what was open then: no fresh server has seen it.
      if (rule === 'serial-not-increased') continue;
      const others = related.map((one) => `${one.path} ${JSON.stringify(one.range)} ${one.message}`);
      lines.push([path, JSON.stringify(range), severity, rule, message, ...others].join(' '));
    }
  return lines.sort();
}

/** What is shown of the files of which all is shown: which ones of a thousand more are left out, nothing but chance says. */
async function wholeOf(editor: Editor): Promise<Record<string, unknown>> {
  const shown = Object.entries(await shownBy(editor));
  return Object.fromEntries(
    shown.filter(([, items]) => !JSON.stringify(items).includes(' more findings in this file')),
  );
}

/** The text of a document as a server holds it. */
function heldBy({ session }: Editor, name: string): string | undefined {
  const path = `${FOLDER}/${name}`;
  const document = session.open.get(path);
  if (document?.configuration !== undefined) return document.configuration;
  const file = session.store.files.get(path);
  if (!file) return undefined;
  const { text, codes } = sourceOf(file);
  return text ?? asciiText(codes);
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line));
}

/** Rounds of edits in large documents, held against a fresh server. */
export const largeDocuments = new Rounds(differenceIn, [0, 0.3, 2, 5]);

async function differenceIn(t: Scope, time: VirtualTime, seed: number, count: number): Promise<string | undefined> {
  const random = randomOf(seed);
  const files: Record<string, string> = {};
  for (const name of new Set(NAMES)) if (random(4) > 0) files[name] = Buffer.from(textOf(random, 500)).toString();
  const unit = UNITS[seed % UNITS.length] ?? 'utf-16';
  const editor = await Editor.start(t, { rules: registry, files, unit, time });
  if (random(2) === 0) await settled(editor);
  const typist = new Typist(editor, random);
  for (let step = 0; step < count; step++) {
    await typist.step();
    const wait = random(6);
    if (wait === 0) await settled(editor);
    else if (wait < 3) {
      await turns(random(12));
      time.pass(random(200));
    }
  }
  await settled(editor);
  const onDisk: Record<string, string> = {};
  for (const [uri, text] of editor.files) onDisk[uri.slice(FOLDER.length + 1)] = String(text);
  const fresh = await Editor.start(t, { rules: registry, files: onDisk, unit, time });
  await settled(fresh);
  for (const [name, { text }] of typist.open) await fresh.open(name, text);
  await settled(fresh);
  try {
    for (const [name, { text }] of typist.open) {
      assert.equal(heldBy(editor, name), text, `the text of ${name}`);
      assert.equal(heldBy(fresh, name), text, `the text of ${name} at first`);
    }
    const [kept, found] = [foundBy(editor), foundBy(fresh)];
    assert.deepEqual(without(kept, found), [], 'found beside what a fresh server finds');
    assert.deepEqual(without(found, kept), [], 'found by a fresh server alone');
    assert.deepEqual(kept, found);
    assert.deepEqual(await wholeOf(editor), await wholeOf(fresh));
    assert.deepEqual(await looksOf(editor, typist.open.keys()), await looksOf(fresh, typist.open.keys()));
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const begun = Object.entries(files).map(([name, text]) => `${name} ${JSON.stringify(text)}`);
    return [`seed ${seed}`, message, 'began with', ...begun, ...typist.steps].join('\n');
  }
}
