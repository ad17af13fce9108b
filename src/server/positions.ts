import type { Position } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { Columns, type Unit } from './columns.ts';
import { type Path, pathOfUri } from './uri.ts';

/** The texts that positions are of, and the unit that the client counts in. */
export interface PositionedTexts {
  readonly client: { readonly unit: Unit };
  readonly open: ReadonlyMap<Path, { readonly configuration?: string }>;
  readonly store: { readonly files: ReadonlyMap<Path, SourceFile>; finishLoading(file: SourceFile): void };
  readonly project: { readonly configurations: { text(path: Path): string | undefined } };
  readonly settingsFiles: ReadonlyMap<Path, { readonly text: string }>;
}

/**
 * Positions as the client counts them, and as the server does: in UTF-16. This is the one place that knows the
 * difference: what comes in and what goes out passes here, and all else has positions in UTF-16.
 */
export class Positions {
  readonly #texts: PositionedTexts;

  constructor(texts: PositionedTexts) {
    this.#texts = texts;
  }

  /**
   * A message of the client with its positions in UTF-16, by the texts as they are. Not those of `contentChanges`: each is
   * of the text that the one before leaves.
   */
  inward<T>(message: T): T {
    return this.#pass(message, 'inward', undefined);
  }

  /** A message to the client with positions in its unit; where it names no document, of the one that was asked about. */
  outward<T>(message: T, asked?: unknown): T {
    return this.#pass(message, 'outward', uriIn(asked));
  }

  /** How far words of a file are from the beginnings of their lines, for the client. It is for the text as it is. */
  columnsOf(path: Path): (position: Position) => number {
    if (this.#texts.client.unit === 'utf-16') return ({ character }) => character;
    const passage = new Passage(this.#texts, 'outward');
    return (position) => passage.character(path, position);
  }

  #pass<T>(message: T, way: Way, uri: string | undefined): T {
    if (this.#texts.client.unit === 'utf-16') return message;
    // What is an object stays one, with the same names.
    return new Passage(this.#texts, way).take(message, uri) as T;
  }
}

type Way = 'inward' | 'outward';
type Fields = Readonly<Record<string, unknown>>;

/** What the server has put into a message for itself, or takes one by one. */
const UNTOUCHED: ReadonlySet<string> = new Set(['data', 'contentChanges']);

/** Some lines of a text that are not all ASCII. */
interface Stretch {
  readonly text: string;
  readonly firstLine: number;
  readonly lines: readonly string[];
}

/** One message on its way. What has no place that is other there is handed on as it is. */
class Passage {
  readonly #texts: PositionedTexts;
  readonly #way: Way;
  #stretch: Stretch | undefined;
  #columns: { readonly line: string; readonly columns: Columns } | undefined;

  constructor(texts: PositionedTexts, way: Way) {
    this.#texts = texts;
    this.#way = way;
  }

  take(value: unknown, uri: string | undefined): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const taken = value.map((item) => this.take(item, uri));
      return taken.some((item, index) => item !== value[index]) ? taken : value;
    }
    return this.#takeObject(value as Fields, uri);
  }

  /** A position, the same object where its character stays. */
  #takeObject(value: Fields, outer: string | undefined): Fields {
    const uri = uriIn(value) ?? outer;
    const taken: [string, unknown][] = Object.entries(value).map(([key, item]) => {
      if (UNTOUCHED.has(key)) return [key, item];
      if (key === 'changes' && isFields(item)) return [key, this.#takeChanges(item)];
      // The word that was asked about, beside the place that it leads to.
      return [key, this.take(item, key === 'originSelectionRange' ? outer : uri)];
    });
    if (uri !== undefined && isPosition(value)) {
      const character = this.character(pathOfUri(uri), value);
      if (character !== value.character) return { ...value, character };
    }
    return taken.some(([key, item]) => item !== value[key]) ? Object.fromEntries(taken) : value;
  }

  /** Edits by the documents that they are of. */
  #takeChanges(changes: Fields): Fields {
    return Object.fromEntries(Object.entries(changes).map(([uri, edits]) => [uri, this.take(edits, uri)]));
  }

  character(path: Path, { line, character }: Position): number {
    if (!(character > 0) || !(line >= 0)) return character;
    const text = this.#lineOf(path, line);
    if (text === undefined) return character;
    if (this.#columns?.line !== text)
      this.#columns = { line: text, columns: new Columns(text, this.#texts.client.unit) };
    return this.#columns.columns[this.#way](character);
  }

  /** Undefined where all around it is ASCII, or nothing is known of the text. */
  #lineOf(path: Path, line: number): string | undefined {
    const { open, store, project, settingsFiles } = this.#texts;
    const file = store.files.get(path);
    const text = open.get(path)?.configuration;
    if (text === undefined && file) {
      // What has just been opened may not be cut into blocks yet; in what is ASCII all units are the same.
      if (this.#way === 'inward' && file.pending?.isAscii === false) store.finishLoading(file);
      const { document } = file;
      const blockIndex = document.blockOfLine(line);
      const block = document.blocks[blockIndex];
      if (!block || block.isAscii) return undefined;
      return this.#lineIn(block.text, line, document.firstLineOf(blockIndex));
    }
    const whole = text ?? project.configurations.text(path) ?? settingsFiles.get(path)?.text;
    return whole === undefined ? undefined : this.#lineIn(whole, line, 0);
  }

  #lineIn(text: string, line: number, firstLine: number): string | undefined {
    if (this.#stretch?.text !== text || this.#stretch.firstLine !== firstLine)
      this.#stretch = { text, firstLine, lines: text.split(/\r\n|\r|\n/) };
    return this.#stretch.lines[line - firstLine];
  }
}

/** The document that a message or a part of one is about. */
export function uriIn(value: unknown): string | undefined {
  if (!isFields(value)) return undefined;
  const { uri, targetUri, textDocument, item, from } = value;
  for (const given of [uri, targetUri, fieldUri(textDocument), fieldUri(item), fieldUri(from)])
    if (typeof given === 'string') return given;
  return undefined;
}

function fieldUri(value: unknown): unknown {
  return isFields(value) ? value.uri : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPosition(value: Fields): value is Fields & Position {
  return typeof value.line === 'number' && typeof value.character === 'number';
}
