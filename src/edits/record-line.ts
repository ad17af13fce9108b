import type { NameId } from '../dns/name-table.ts';
import { parseTtl } from '../dns/ttl.ts';
import { GROUPED } from '../syntax/tape.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import type { ModelLine, ModelWord, WordPart } from './model-line.ts';
import type { Rows } from './rows.ts';
import { type StateAt, writtenUnder } from './state-at.ts';

/** What a new record says, and next to which records it stands. */
export interface NewRecord {
  readonly owner: NameId;
  readonly type: string;
  readonly rdata: string;
  /** The TTL that the record must have, that of its RRset (RFC 2181 section 5.2); any where it is not given. */
  readonly ttl?: { readonly seconds: number; readonly text: string };
  /** What stands behind it, with the blanks before that. */
  readonly comment?: string;
}

/** The line of a new record in the style of its models, the best first: same separators, columns, TTL and class habits. */
export function recordLine(rows: Rows, record: NewRecord, state: StateAt, models: readonly ZoneRecord[]): string {
  const owner = writtenUnder(rows.store, record.owner, state.origin);
  const lines = models.flatMap((model) => modelLine(rows, model) ?? []);
  const model = lines[0];
  const rdata = record.rdata + (record.comment ?? '');
  const texts = { owner, ttl: ttlText(record, state, model), type: typeText(record.type, model), rdata };
  if (!model) return [owner, texts.ttl, 'IN', record.type, rdata].filter((text) => text !== undefined).join('\t');
  let line = '';
  for (const word of withTtl(model, texts.ttl)) {
    const text = word.part === 'class' ? word.text : texts[word.part];
    if (text === undefined) continue;
    if (word.part !== 'owner') line += separator(line, word, lines);
    line += text;
  }
  return line;
}

/** Whether a record can be a model for others: one line of its own, with one word of rdata. */
export function isModel(rows: Rows, record: ZoneRecord): boolean {
  return modelLine(rows, record) !== undefined;
}

/** Blanks up to the model's column where the models are aligned; else the blanks that the model has. */
function separator(line: string, word: ModelWord, models: readonly ModelLine[]): string {
  const { gap, column, part } = word;
  const isAligned = gap.length > 1 || models.some((other) => isAlignedWith(other, part, column, gap));
  if (!isAligned) return gap === '\t' ? '\t' : ' ';
  const length = visualLength(line);
  if (!gap.includes('\t')) return ' '.repeat(Math.max(1, column - length));
  return '\t'.repeat(Math.max(1, Math.ceil((column - length) / 8)));
}

/** Another line has the word at the same column, behind a gap of another width. */
function isAlignedWith(other: ModelLine, part: WordPart, column: number, gap: string): boolean {
  const word = other.words.find((one) => one.part === part);
  return word !== undefined && word.column === column && word.gap !== gap;
}

function visualLength(text: string): number {
  let length = 0;
  for (const character of text) length = character === '\t' ? (length >> 3) * 8 + 8 : length + 1;
  return length;
}

/**
 * The TTL to write: none where the one in effect is right. Without a $TTL a TTL counts for the lines below too, so then
 * a habit is followed only where it changes nothing there.
 */
function ttlText(record: NewRecord, state: StateAt, model: ModelLine | undefined): string | undefined {
  const habit = model?.words.find((word) => word.part === 'ttl')?.text;
  const habitual = habit === undefined ? undefined : parseTtl(habit)?.seconds;
  const inEffect = state.defaultTtl >= 0 ? state.defaultTtl : state.lastTtl;
  if (record.ttl !== undefined) {
    if (habitual === record.ttl.seconds) return habit;
    return inEffect === record.ttl.seconds ? undefined : record.ttl.text;
  }
  return state.defaultTtl >= 0 || habitual === state.lastTtl ? habit : undefined;
}

/** The type in small letters where the model's is. */
function typeText(type: string, model: ModelLine | undefined): string {
  const habit = model?.words.find((word) => word.part === 'type')?.text;
  return habit !== undefined && habit === habit.toLowerCase() ? type.toLowerCase() : type;
}

/** The model's words with a place for a TTL that the model itself does not have. */
function withTtl(model: ModelLine, ttl: string | undefined): readonly ModelWord[] {
  if (ttl === undefined || model.words.some((word) => word.part === 'ttl')) return model.words;
  const [owner, ...rest] = model.words;
  if (!owner) return model.words;
  return [owner, { part: 'ttl', text: '', gap: ' ', column: 0 }, ...rest];
}

function modelLine(rows: Rows, model: ZoneRecord): ModelLine | undefined {
  const { lines } = rows.cache;
  if (!lines.has(model.id)) lines.set(model.id, readModel(rows, model));
  return lines.get(model.id);
}

/** The words of a record that stands on one line; undefined for all others. */
function readModel(rows: Rows, model: ZoneRecord): ModelLine | undefined {
  if (model.generated) return undefined;
  const { tape, block } = rows.of(model.block);
  if (((tape.rowFlags[model.row] as number) & GROUPED) !== 0) return undefined;
  const words = model.words();
  const rdata = words.rdata[0];
  if (!rdata) return undefined;
  const first = words.owner ?? [words.ttl, words.class, words.type].find((token) => token !== undefined);
  const start = first ? lineStart(block.slice(0, first.start)) : 0;
  const named = [
    { part: 'owner', token: words.owner },
    { part: 'ttl', token: words.ttl },
    { part: 'class', token: words.class },
    { part: 'type', token: words.type },
    { part: 'rdata', token: rdata },
  ] as const;
  const present = named
    .flatMap(({ part, token }) => (token ? [{ part, token }] : []))
    .sort((a, b) => a.token.start - b.token.start);
  let before = start;
  const modelWords: ModelWord[] = words.owner ? [] : [{ part: 'owner', text: '', gap: '', column: 0 }];
  for (const { part, token } of present) {
    const gap = block.slice(before, token.start);
    before = token.end;
    modelWords.push({
      part,
      text: block.slice(token.start, token.end),
      gap,
      column: visualLength(block.slice(start, token.start)),
    });
  }
  return { words: modelWords };
}

function lineStart(lead: string): number {
  return Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('\r')) + 1;
}
