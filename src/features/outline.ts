import type { NameId } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { typeName } from '../dns/types.ts';
import { phrase } from '../language/phrase.ts';
import type { Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { mainInstance, nameOfToken, type Row, rangeOfToken, rowsOfBlock } from './row.ts';

/** What the records of a name make it. */
export type NameKind =
  | 'zone'
  | 'delegation'
  | 'alias'
  | 'host'
  | 'pointer'
  | 'mail'
  | 'service'
  | 'key'
  | 'text'
  | 'other';

/** An entry of a file's outline. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  /** `rest`: there are more names than an outline shows. */
  readonly kind: NameKind | 'origin' | 'include' | 'generate' | 'rest';
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly OutlineEntry[];
}

/** No more than this is worth showing, or quick to show. */
export const MOST_ENTRIES = 5000;

/**
 * The outline of a file: the stretches of `$ORIGIN`, and in them each name once, where it stands first, with the types
 * of all its records. Of a larger file it says at its end that there is more. A step is a block.
 */
export function* outline(ctx: FeatureContext, file: SourceFile): Generator<void, OutlineEntry[]> {
  const outline = new Outline(ctx);
  for (const block of mainInstance(ctx.engine.store, file)?.blocks ?? []) {
    for (const row of block ? rowsOfBlock(ctx.engine.store, block) : []) {
      if (outline.isFull) {
        outline.endAt(row, file);
        return outline.entries();
      }
      outline.add(row);
    }
    yield;
  }
  return outline.entries();
}

interface Draft {
  name: string;
  types: Set<string>;
  kind: OutlineEntry['kind'] | 'owner';
  range: Range;
  selection: Range;
  children: Draft[];
}

/** Makes entries of rows. Invariant: `#owners` holds the names of the stretch at hand. */
class Outline {
  readonly #ctx: FeatureContext;
  readonly #top: Draft[] = [];
  #stretch: Draft | undefined;
  #owners = new Map<NameId, Draft>();
  #last: Draft | undefined;
  #count = 0;

  constructor(ctx: FeatureContext) {
    this.#ctx = ctx;
  }

  get isFull(): boolean {
    return this.#count >= MOST_ENTRIES;
  }

  entries(): OutlineEntry[] {
    return this.#top.map(finished);
  }

  add(row: Row): void {
    const range = rangeOfRow(row);
    if (row.directive === '$ORIGIN') {
      this.#beginStretch(row, range);
      return;
    }
    if (this.#stretch) this.#stretch.range = { start: this.#stretch.range.start, end: range.end };
    if (row.directive === undefined) this.#addRecord(row, range);
    if (row.directive !== '$INCLUDE' && row.directive !== '$GENERATE') return;
    const kind = row.directive === '$INCLUDE' ? 'include' : 'generate';
    const words = row.tokens.slice(1).map(({ text }) => text);
    this.#put({ ...draft(words.join(' ') || row.directive, kind, range), types: new Set([row.directive]) });
    this.#last = undefined;
  }

  /** What follows is not shown: that must be said. */
  endAt(row: Row, { document }: SourceFile): void {
    const { start } = rangeOfRow(row);
    const end = { line: Math.max(start.line, document.lineCount - 1), character: 0 };
    const range = { start, end: end.line === start.line ? rangeOfRow(row).end : end };
    const selection = { start, end: start };
    const entry = draft(phrase`More from line ${start.line + 1} on`, 'rest', range);
    this.#top.push({ ...entry, selection, types: new Set([`an outline shows ${MOST_ENTRIES} names`]) });
  }

  #beginStretch(row: Row, range: Range): void {
    const { store } = this.#ctx.engine;
    const word = row.tokens[1];
    const text = word ? shownName(store.names, nameOfToken(store, row, word)) : '';
    this.#stretch = { ...draft(text || '$ORIGIN', 'origin', range), types: new Set(['$ORIGIN']) };
    this.#top.push(this.#stretch);
    this.#owners = new Map();
    this.#last = undefined;
    this.#count++;
  }

  #addRecord(row: Row, range: Range): void {
    const type = row.typeCode < 0 ? '?' : typeName(row.typeCode);
    const known = row.ownerName < 0 ? undefined : this.#owners.get(row.ownerName);
    if (known) {
      known.types.add(type);
      if (known === this.#last) known.range = { start: known.range.start, end: range.end };
      if (type === 'SOA') this.#nameZone(known, row);
      this.#last = known;
      return;
    }
    const selection = row.owner ? rangeOfToken(row, row.owner) : range;
    const entry: Draft = { ...draft(row.owner?.text ?? '', 'owner', range), types: new Set([type]), selection };
    if (type === 'SOA') this.#nameZone(entry, row);
    if (row.ownerName >= 0) this.#owners.set(row.ownerName, entry);
    this.#put(entry);
    this.#last = entry;
  }

  #nameZone(entry: Draft, row: Row): void {
    entry.name = shownName(this.#ctx.engine.store.names, row.ownerName);
    entry.kind = 'zone';
  }

  #put(entry: Draft): void {
    (this.#stretch?.children ?? this.#top).push(entry);
    this.#count++;
  }
}

function draft(name: string, kind: Draft['kind'], range: Range): Draft {
  return { name, types: new Set(), kind, range, selection: range, children: [] };
}

function finished({ name, types, kind, range, selection, children }: Draft): OutlineEntry {
  const detail = [...types].join(' ');
  return {
    name: name === '' ? detail : name,
    detail,
    kind: kind === 'owner' ? kindOf(types) : kind,
    range,
    selection,
    children: children.map(finished),
  };
}

/** The kinds by the types that tell them, the most telling first. */
const KINDS: readonly (readonly [NameKind, readonly string[]])[] = [
  ['delegation', ['NS']],
  ['alias', ['CNAME', 'DNAME']],
  ['host', ['A', 'AAAA']],
  ['pointer', ['PTR']],
  ['mail', ['MX']],
  ['service', ['SRV', 'SVCB', 'HTTPS', 'NAPTR', 'URI']],
  ['key', ['TLSA', 'SMIMEA', 'SSHFP', 'DS', 'CDS', 'DNSKEY', 'CDNSKEY', 'OPENPGPKEY']],
  ['text', ['TXT', 'SPF', 'HINFO']],
];

function kindOf(types: ReadonlySet<string>): NameKind {
  return KINDS.find(([, tells]) => tells.some((type) => types.has(type)))?.[0] ?? 'other';
}

function rangeOfRow(row: Row): Range {
  return rangeOfToken(row, { start: row.tokens[0]?.start ?? 0, end: row.tokens.at(-1)?.end ?? 0 });
}
