import type { CommandRow } from '../../src/cli/arguments.ts';
import { commandRows } from '../../src/cli/commands.ts';
import { shownOptions } from '../../src/cli/help.ts';

/** The manual page zonewright(1), in the man macros of roff. */
export function manualPage(): string {
  return `.\\" Written by npm run generate from the commands of zonewright.
.TH ZONEWRIGHT 1 "" "zonewright" "User Commands"
.SH NAME
zonewright \\- checks DNS zone files, and that forward and reverse zones agree
.SH SYNOPSIS
${commandRows.map((row) => `.B zonewright ${escaped(row.name)}\n.RI ${argument(`[OPTION...] ${row.operands}`.trim())}\n.br`).join('\n')}
.SH DESCRIPTION
PATHs select what is reported (the working directory, where there is none); the zones that they are checked against are
those of the workspace: the nearest folder above with a server's configuration, zonewright.json or .git.
A single \\- reads standard input (check, compile, diff).
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
  const exit = row.exit === '' ? [] : [`.PP\nExit status: ${lines(row.exit)}`];
  return [`.SS ${escaped(row.name)}`, lines(`${row.about}`), ...options, ...exit].join('\n');
}

/** Text of a paragraph: no line may begin with a control character. */
function lines(text: string): string {
  return escaped(text).replace(/^([.'])/gm, '\\&$1');
}

function argument(text: string): string {
  return `"${text.replaceAll('"', '\\(dq')}"`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
}
