import type { Block } from '../text/block.ts';
import { partOfSource, type SourceText, sourceOfText } from '../text/source.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { type Peek, Peeker, type Witnesses } from './peek.ts';

/** Blocks that are looked at where the first one does not tell. */
const HEAD_BLOCKS = 4;

/** So many rows show in nearly all zones whether they hold addresses of hosts. */
const FIRST_ROWS = 24;

/** What the beginnings of files say, kept as long as they are the same. */
export class Heads {
  readonly #peeker = new Peeker();
  readonly #kept = new Map<string, { readonly blocks: readonly Block[]; readonly peek: Peek }>();

  /** What the file says of its zone. */
  peek(file: SourceFile): Peek {
    const kept = this.#kept.get(file.path);
    if (kept && isHead(kept.blocks, file)) return kept.peek;
    const peek = this.#read(file);
    this.#kept.set(file.path, { blocks: file.document.blocks.slice(0, HEAD_BLOCKS), peek });
    return peek;
  }

  /** The file's first records by which its zone can be told. */
  witnesses(file: SourceFile): Witnesses {
    return this.#peeker.witnesses(headOf(file, HEAD_BLOCKS));
  }

  /** Those of its first rows alone. */
  firstWitnesses(file: SourceFile): Witnesses {
    return this.#peeker.witnesses(headOf(file, 1), FIRST_ROWS);
  }

  /** The IPv4 addresses that comments among its first rows tell. */
  notedAddresses(file: SourceFile): readonly string[] {
    return this.#peeker.notedAddresses(headOf(file, HEAD_BLOCKS));
  }

  /** Whether a known file is like a zone, judged as it is before it is read. */
  isLikeZone(file: SourceFile): boolean {
    return this.#peeker.looksLikeZone(headOf(file, HEAD_BLOCKS));
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
    const head = file.document.blocks.slice(0, HEAD_BLOCKS);
    if (head.length > 0 && head.every((block) => block.isPlain)) return { origin: undefined, hasSoa: false };
    const first = this.#peeker.peek(headOf(file, 1));
    return first.hasSoa || file.document.blocks.length < 2 ? first : this.#peeker.peek(headOf(file, HEAD_BLOCKS));
  }
}

function isHead(blocks: readonly Block[], file: SourceFile): boolean {
  const now = file.document.blocks;
  return blocks.length === Math.min(now.length, HEAD_BLOCKS) && blocks.every((block, index) => block === now[index]);
}

function headOf({ document, pending }: SourceFile, count: number): SourceText {
  // What is not yet cut into blocks is there as a whole.
  if (document.blocks.length === 0 && pending) return partOfSource(pending.next.source, pending.next.offset);
  const blocks = document.blocks.slice(0, count);
  if (blocks.every((block) => block.isAscii))
    return { codes: joined(blocks), text: undefined, encoding: document.encoding };
  return sourceOfText(blocks.map((block) => block.text).join(''), document.encoding);
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
