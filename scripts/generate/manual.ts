import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandRow } from '../../src/cli/arguments.ts';
import { commandRows } from '../../src/cli/commands.ts';
import { shownOptions } from '../../src/cli/help.ts';
import { root } from '../root.ts';

const PATHS = `PATHs select what is reported (the working directory, where there is none); the zones that they are checked
against are those of the workspace: the nearest folder above with a server's configuration, zonewright.json or .git.
A single - reads standard input (check, compile, diff).`;

/** How long a line of the page's source is: roff fills them anew, and its checkers ask for short ones. */
const WIDTH = 80;

/** The manual page zonewright(1), in the man macros of roff; it bears the date of the last version in the changelog. */
export function manualPage(): string {
  const [, version, date] = /^## \[([\d.]+)\] - (\S+)$/m.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')) ?? [];
  return `.\\" Written by npm run generate from the commands of zonewright.
.TH ZONEWRIGHT 1 ${date} "zonewright ${version}" "User Commands"
.SH NAME
zonewright \\- checks DNS zone files, and that forward and reverse zones agree
.SH SYNOPSIS
${commandRows.map((row) => `.B zonewright ${escaped(row.name)}\n.RI ${argument(`[OPTION...] ${row.operands}`.trim())}`).join('\n.br\n')}
.SH DESCRIPTION
${lines(PATHS)}
.SH COMMANDS
${commandRows.map(section).join('\n')}
.SH ENVIRONMENT
.TP
.B NO_COLOR
switches colours off
.TP
.B FORCE_COLOR
switches colours on, and 0 off
.SH FILES
.TP
.B zonewright.json
the settings of a workspace, in its root
.SH SEE ALSO
.BR named-checkzone (1),
.BR named.conf (5)
`;
}

function section(row: CommandRow): string {
  const options = shownOptions(row).map(({ name, short, value, about }) => {
    const names = short === undefined ? `\\-\\-${escaped(name)}` : `\\-${short}, \\-\\-${escaped(name)}`;
    const shown =
      value === undefined
        ? `.B ${names}`
        : `.BI ${argument(names.replaceAll(' ', '\\ '))} ${argument(` ${escaped(value)}`)}`;
    return `.TP\n${shown}\n${lines(about)}`;
  });
  const exit = row.exit === '' ? [] : [`.PP\n${lines(`Exit status: ${row.exit}`)}`];
  return [`.SS ${escaped(row.name)}`, lines(row.about), ...options, ...exit].join('\n');
}

/** Text of a paragraph: a sentence begins a line, no line is long, and none may begin with a control character. */
function lines(text: string): string {
  let filled = '';
  let line = '';
  for (const word of escaped(text).split(/\s+/)) {
    const ends = /[.?!]$/.test(line) || line.length + word.length + 1 > WIDTH;
    if (line !== '' && ends) {
      filled += `${line}\n`;
      line = word;
    } else line += line === '' ? word : ` ${word}`;
  }
  return (filled + line).replace(/^([.'])/gm, '\\&$1');
}

function argument(text: string): string {
  return `"${text.replaceAll('"', '\\(dq')}"`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
}
