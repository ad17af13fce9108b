import type { Block } from '../text/block.ts';
import { joinedSource, partOfSource, type SourceText, sourceOfText } from '../text/source.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { HEAD_LINES, LINES_OF_ROW, type Peek, Peeker, type Witnesses } from './peek.ts';

/** So many rows show in nearly all zones whether they hold addresses of hosts. */
const FIRST_ROWS = 24;
/** Units of what is not cut into blocks yet. */
const MOST_UNCUT = 1_000_000;

/** What the beginnings of files say, kept as long as they are the same. */
export class Heads {
  readonly #peeker = new Peeker();
  readonly #kept = new Map<string, { readonly blocks: readonly Block[]; readonly peek: Peek }>();

  /** What the file says of its zone. */
  peek(file: SourceFile): Peek {
    const kept = this.#kept.get(file.path);
    if (kept && isHead(kept.blocks, file)) return kept.peek;
    const peek = this.#read(file);
    this.#kept.set(file.path, { blocks: blocksOfHead(file, HEAD_LINES), peek });
    return peek;
  }

  /** The file's first records by which its zone can be told. */
  witnesses(file: SourceFile): Witnesses {
    return this.#peeker.witnesses(headOf(file, HEAD_LINES));
  }

  /** Those of its first rows alone. */
  firstWitnesses(file: SourceFile): Witnesses {
    return this.#peeker.witnesses(headOf(file, FIRST_ROWS * LINES_OF_ROW), FIRST_ROWS);
  }

  /** The IPv4 addresses that comments among its first rows tell. */
  notedAddresses(file: SourceFile): readonly string[] {
    return this.#peeker.notedAddresses(headOf(file, HEAD_LINES));
  }

  /** Whether a known file is like a zone, judged as it is before it is read. */
  isLikeZone(file: SourceFile): boolean {
    return this.#peeker.looksLikeZone(headOf(file, HEAD_LINES));
  }

  looksLikeZone(source: SourceText): boolean {
    return this.#peeker.looksLikeZone(source);
  }

  /** Whether the beginning of a file is another one than when it was last looked at. */
  hasChanged(file: SourceFile): boolean {
    const kept = this.#kept.get(file.path);
    return kept !== undefined && !isHead(kept.blocks, file);
  }

  forget(path: string): void {
    this.#kept.delete(path);
  }

  #read(file: SourceFile): Peek {
    const head = blocksOfHead(file, HEAD_LINES);
    if (!file.pending && head.every((block) => block.isPlain)) return { origin: undefined, hasSoa: false };
    const first = this.#peeker.peek(headOf(file, 1));
    return first.hasSoa ? first : this.#peeker.peek(headOf(file, HEAD_LINES));
  }
}

function isHead(blocks: readonly Block[], file: SourceFile): boolean {
  const now = blocksOfHead(file, HEAD_LINES);
  return blocks.length === now.length && blocks.every((block, index) => block === now[index]);
}

/** The first blocks that have so many lines: how a text is cut into blocks depends on how it came to be. */
function blocksOfHead({ document: { blocks } }: SourceFile, lines: number): readonly Block[] {
  let count = 0;
  for (let left = lines; left > 0 && count < blocks.length; count++) left -= (blocks[count] as Block).lineCount;
  return blocks.slice(0, count);
}

function headOf(file: SourceFile, lines: number): SourceText {
  const { document, pending } = file;
  const blocks = blocksOfHead(file, lines);
  const known: SourceText = blocks.every((block) => block.isAscii)
    ? { codes: joined(blocks), text: undefined, encoding: document.encoding }
    : sourceOfText(blocks.map((block) => block.text).join(''), document.encoding);
  if (!pending || blocks.length < document.blocks.length) return known;
  // What is not yet cut into blocks is there as a whole.
  const { source, offset } = pending.isLast ? pending.next : { source: pending.source, offset: 0 };
  if (blocks.length === 0) return partOfSource(source, offset);
  return joinedSource([known, partOfSource(source, offset, Math.min(offset + MOST_UNCUT, source.codes.length))]);
}

/** The codes of blocks that are all ASCII. */
function joined(blocks: readonly Block[]): Uint8Array {
  const [only] = blocks;
  if (only && blocks.length === 1) return only.codes;
  const codes = new Uint8Array(blocks.reduce((length, block) => length + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    codes.set(block.codes, at);
    at += block.length;
  }
  return codes;
}
