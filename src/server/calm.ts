import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { TypedLine } from '../report/moment.ts';
import type { Shown } from '../report/shown.ts';
import { MOST_DIAGNOSTICS } from './reports.ts';
import type { SessionParts } from './session-parts.ts';
import { type Path, pathOfUri } from './uri.ts';

/** How long typing rests before something is said of the line, in milliseconds. */
const PAUSE = 1000;

/** A line of a document, zero-based. */
interface Line {
  readonly path: Path;
  readonly line: number;
}

/**
 * Keeps the line quiet that a person types, until they pause, begin a new line, save, or leave it with the cursor. Where
 * the client does not tell of its cursor, that is the line of the last edit.
 *
 * Invariant: the timer runs while `#typed` is set.
 */
export class Calm {
  readonly #session: SessionParts;
  #typed: TypedLine | undefined;
  /** Undefined where the client has never told, or the cursor is in no document. */
  #cursor: Line | undefined;
  #tellsCursor = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: SessionParts) {
    this.#session = session;
  }

  /** The line that is being typed. */
  get typed(): TypedLine | undefined {
    return this.#typed;
  }

  /** A document is about to change: called before its text is other. */
  editing(path: Path, changes: readonly TextDocumentContentChangeEvent[]): void {
    const line = typedLine(changes);
    if (line === undefined || this.#pause === 0 || !this.#isAtCursor({ path, line })) {
      this.#clear();
      return;
    }
    if (this.#typed?.path !== path || this.#typed.line !== line)
      this.#typed = { path, line, wasThere: this.#foundBefore({ path, line }) };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), this.#pause);
  }

  /** The client's cursor stands somewhere else; without a document, in none that is served. */
  cursorAt({ uri, line = 0 }: { readonly uri?: string; readonly line?: number }): void {
    this.#tellsCursor = true;
    this.#cursor = uri === undefined ? undefined : { path: pathOfUri(uri), line };
    if (this.#typed && !this.#isAtCursor(this.#typed)) this.end();
  }

  /** Whoever saves, closes or asks for fixes wants to hear what there is. */
  end(): void {
    if (!this.#typed) return;
    this.#clear();
    this.#session.changed();
  }

  /** Nothing more is said. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  get #pause(): number {
    return this.#session.host.typingPause ?? PAUSE;
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#typed = undefined;
  }

  #isAtCursor({ path, line }: Line): boolean {
    return !this.#tellsCursor || (this.#cursor?.path === path && this.#cursor.line === line);
  }

  #foundBefore({ path, line }: Line): (shown: Shown) => boolean {
    const { store, reporter } = this.#session;
    const file = store.files.get(path);
    const keyOf = ({ rule, finding }: Shown): string => `${rule} ${finding?.key ?? ''}`;
    const known = new Set<string>();
    for (const item of file ? reporter.most(file, MOST_DIAGNOSTICS).picked : [])
      if (item.range.start.line <= line && line <= item.range.end.line) known.add(keyOf(item));
    return (shown) => known.has(keyOf(shown));
  }
}

/** The line that changes grow or shrink; undefined where they are more than the typing of one line. */
function typedLine(changes: readonly TextDocumentContentChangeEvent[]): number | undefined {
  let line: number | undefined;
  for (const change of changes) {
    if (!('range' in change) || /[\n\r]/.test(change.text)) return undefined;
    const { start, end } = change.range;
    if (start.line !== end.line || (line !== undefined && line !== start.line)) return undefined;
    line = start.line;
  }
  return line;
}
