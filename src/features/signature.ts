import { typeName } from '../dns/types.ts';
import { translated } from '../language/phrase.ts';
import { fieldTable, typeSummary } from '../syntax/rdata/rdata.ts';
import type { Position } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { type Row, wordAt } from './row.ts';

/** The form of a record's rdata, and which field the position is in. */
export interface Signature {
  readonly label: string;
  readonly about: string;
  /** Where each field stands in the label, with a word on it. */
  readonly fields: readonly { readonly start: number; readonly end: number; readonly about: string }[];
  readonly active: number;
}

/** The fields of the record at a position, from behind its type on. */
export function signature(ctx: FeatureContext, file: SourceFile, position: Position): Signature | undefined {
  const { store } = ctx.engine;
  const word = wordAt(store, file, position) ?? wordAt(store, file, endOfLine(file, position));
  const type = word?.row.type;
  if (!word || !type || word.row.typeCode < 0) return undefined;
  const { offset } = file.document.placeAt(position);
  if (offset <= type.end) return undefined;
  const table = fieldTable(word.row.typeCode, word.row.block.instance.zoneClass);
  if (table.length === 0) return undefined;
  let label = typeName(word.row.typeCode);
  const fields = table.map(({ name: words, about, isRest }) => {
    const name = words.replaceAll(' ', '_');
    const start = label.length + 1;
    label += ` ${name}${isRest ? ' ...' : ''}`;
    return { start, end: start + name.length, about: translated(about) };
  });
  const summary = typeSummary(word.row.typeCode);
  const active = Math.min(fieldIndex(word.row, offset), fields.length - 1);
  return { label, about: translated(summary?.summary ?? ''), fields, active };
}

/** The place of the field that a position is in: as many words end before it. */
export function fieldIndex(row: Row, offset: number): number {
  return row.rdata.filter((token) => token.end < offset).length;
}

/** Blanks at a line's end belong to the record before them. */
function endOfLine(file: SourceFile, position: Position): Position {
  return { line: position.line, character: file.document.lineText(position.line).trimEnd().length };
}
