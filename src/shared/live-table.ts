import { markdownText } from './markdown.ts';

/** A table of texts: the same columns in each row. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The forms in which a table is copied. */
export const tableForms = ['text', 'markdown', 'csv'] as const;
/** A form in which a table is copied. */
export type TableForm = (typeof tableForms)[number];

/** A table as text to be pasted: columns side by side, Markdown, or CSV (RFC 4180). */
export function tableText(table: TextTable, form: TableForm): string {
  switch (form) {
    case 'text':
      return plainText(table);
    case 'markdown':
      return markdown(table);
    case 'csv':
      return [table.columns, ...table.rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
  }
}

function plainText({ columns, rows }: TextTable): string {
  const all = [columns, ...rows].map((row) => row.map(oneLine));
  const widths = columns.map((_, i) => all.reduce((width, row) => Math.max(width, (row[i] ?? '').length), 0));
  return all
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function markdown({ columns, rows }: TextTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const body = rows.map((row) => line(row.map(markdownCell)));
  return `${line(columns)}${line(columns.map(() => '---'))}${body.join('')}`;
}

/** What servers say may hold anything: nothing of it is to become markup. */
function markdownCell(text: string): string {
  return markdownText(oneLine(text));
}

/** A spreadsheet takes cells that begin with such a character for formulas: an apostrophe keeps them texts. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
