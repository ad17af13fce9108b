import { type CommandRow, HELP, type OptionRow } from './arguments.ts';

const PATHS = `PATHs select what is reported (the working directory, where there is none); the zones that they are checked
against are those of the workspace: the nearest folder above with a server's configuration, zonewright.json
or .git. "-" reads standard input (check, compile, diff).`;

/** How wide the help is. */
const WIDTH = 116;
/** Where what options are for begins. */
const ABOUT_COLUMN = 22;

/** What `COMMAND --help` prints. */
export function commandHelp(row: CommandRow): string {
  const parts = [`  ${usageLine(row)}`, row.about];
  if (row.operands.includes('PATH')) parts.push(PATHS);
  parts.push([...shownOptions(row), HELP].map(optionHelp).join('\n'));
  if (row.exit !== '') parts.push(`Exit status: ${row.exit}.`);
  return `${parts.join('\n\n')}\n`;
}

/** What `--help` prints: all commands, a line or two each. */
export function wholeHelp(rows: readonly CommandRow[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, about }) => hanging(`  ${name.padEnd(width)}  `, firstSentence(about)));
  return `zonewright: checks DNS zone files, and that forward and reverse zones agree

  zonewright COMMAND [OPTION...] [PATH...]
  zonewright COMMAND --help
  zonewright --version

${lines.join('\n')}

${PATHS}

Exit status: 0 nothing to report, 1 findings (fix: a diff; compile: errors; diff: records differ), 2 wrong usage, or
something could not be read. NO_COLOR switches colours off, FORCE_COLOR switches them on.
`;
}

/** The usage of a command with its options, on lines that are not too long. */
function usageLine(row: CommandRow): string {
  const words = [...shownOptions(row).map(optionUsage), row.operands].filter((word) => word !== '');
  const indent = ' '.repeat(19);
  let lines = '';
  let line = `zonewright ${row.name}`;
  for (const word of words) {
    if (line.length + word.length + 1 > WIDTH) {
      lines += `${line}\n`;
      line = indent + word;
    } else line += ` ${word}`;
  }
  return lines + line;
}

/** The options that people give. */
export function shownOptions({ options }: Pick<CommandRow, 'options'>): readonly OptionRow[] {
  return options.filter(({ about }) => about !== '');
}

/** The first sentence of a text, without its full stop. */
export function firstSentence(text: string): string {
  return text.replaceAll('\n', ' ').split('. ', 1)[0]?.replace(/\.$/, '') ?? '';
}

function optionUsage({ name, value, isRepeated }: OptionRow): string {
  const one = value === undefined ? `[--${name}]` : `[--${name} ${value}]`;
  return isRepeated ? `${one}...` : one;
}

function optionHelp({ name, short, value, words, about }: OptionRow): string {
  const shown = value === undefined || words ? '' : ` ${value}`;
  return hanging(
    `${`  ${short === undefined ? '' : `-${short}, `}--${name}${shown}`.padEnd(ABOUT_COLUMN - 2)}  `,
    about,
  );
}

/** A text behind its head, further lines below its beginning. */
function hanging(head: string, text: string): string {
  const indent = ' '.repeat(head.startsWith('  -') ? ABOUT_COLUMN : head.length);
  const lines: string[] = [];
  let line = head;
  let isEmpty = true;
  for (const word of text.split(/\s+/)) {
    if (!isEmpty && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
