/** What lines are filled with: tabs at stops of 8, or blanks. */
export type Unit = 'tabs' | 'blanks';

/** How zone files are to look; what is `auto` or left out follows the file's own habits. */
export interface FormatStyle {
  readonly indent: Unit | 'auto';
  /** Where the two fields between owner and type, the type and the data begin, counted from 0; empty for the file's own. */
  readonly columns: readonly number[];
  /** Writes record types and classes in capital letters. */
  readonly upperCase: boolean;
  /** Whether SOA records stand on one line or on one line for each number; those with comments stay as they are. */
  readonly soa: 'keep' | 'one-line' | 'lines';
  /** TXT records of several strings whose line is longer get a line for each string; 0 for none. */
  readonly textWidth: number;
}

/** The style that leaves all to the file. */
export const ownStyle: FormatStyle = { indent: 'auto', columns: [], upperCase: false, soa: 'keep', textWidth: 0 };

/** Tabs lead to multiples of this column. */
export const TAB = 8;

/** The column behind a character that begins at `column`. */
export function columnBehind(column: number, code: number): number {
  return code === 9 ? column + TAB - (column % TAB) : column + 1;
}

/** The column behind blanks that begin at `column`. */
export function columnBehindText(column: number, text: string): number {
  let at = column;
  for (let i = 0; i < text.length; i++) at = columnBehind(at, text.charCodeAt(i));
  return at;
}

/** What leads from one column to a later one. Tabs end in blanks where the later one is no stop. */
export function filler(from: number, to: number, unit: Unit): string {
  const stop = to - (to % TAB);
  if (unit === 'blanks' || stop <= from) return repeated(BLANKS, to - from);
  return repeated(TABS, (stop - (from - (from % TAB))) / TAB) + repeated(BLANKS, to - stop);
}

const BLANKS = Array.from({ length: 64 }, (_, count) => ' '.repeat(count));
const TABS = Array.from({ length: 16 }, (_, count) => '\t'.repeat(count));

/** Strings that are there already where they are short: formatting needs millions of them. */
function repeated(known: readonly string[], count: number): string {
  return known[count] ?? (known[1] ?? '').repeat(count);
}
