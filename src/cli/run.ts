import { type CommandRow, type ParseArgs, readWords, type Usage, usage, Words } from './arguments.ts';
import { commandRows } from './commands.ts';
import { commandHelp, wholeHelp } from './help.ts';
import { meantOption, nearestWords } from './nearest.ts';
import { sayProblem } from './say.ts';
import { EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';

/** A command with what its words mean, or something that the program does by itself. */
export type Given =
  | { readonly kind: 'command'; readonly row: CommandRow; readonly command: { readonly kind: string } }
  | { readonly kind: 'help'; readonly row: CommandRow | undefined }
  | { readonly kind: 'version' }
  | Usage;

/** Runs the command that the words say and gives the exit status. */
export async function run(words: readonly string[], around: Surroundings, parse: ParseArgs): Promise<number> {
  const given = readCommandLine(words, parse);
  switch (given.kind) {
    case 'command':
      return given.row.run(given.command, around);
    case 'help':
      await around.print(given.row ? commandHelp(given.row) : wholeHelp(commandRows));
      return EXIT_FINE;
    case 'version':
      await around.print(`zonewright ${around.version}\n`);
      return EXIT_FINE;
    case 'usage':
      sayProblem(`${given.message}; see zonewright --help`, around);
      return EXIT_TROUBLE;
  }
}

/** Reads the words behind the program's name. */
export function readCommandLine(words: readonly string[], parse: ParseArgs): Given {
  const [name, ...rest] = words;
  if (name === undefined) return usage('a command is missing');
  const row = commandRows.find((one) => one.name === name);
  if (row) return readCommand(row, rest, parse);
  if (name === '--version' || name === '-V') return { kind: 'version' };
  if (words.some((word) => HELP_WORDS.has(word)))
    return { kind: 'help', row: commandRows.find((one) => words.includes(one.name)) };
  const names = commandRows.map((one) => one.name);
  const [nearest] = nearestWords(name, names);
  if (name.startsWith('-')) return usage(`a command is missing before "${name}"`);
  return usage(`there is no command "${name}"${nearest === undefined ? '' : `; did you mean ${nearest}?`}`);
}

const HELP_WORDS = new Set(['help', '--help', '-h']);

function readCommand(row: CommandRow, args: readonly string[], parse: ParseArgs): Given {
  const read = readWords(row, args, { parse, nearest: meantOption });
  if (!(read instanceof Words)) return args.some((word) => word === '--help') ? { kind: 'help', row } : read;
  if (read.has('help')) return { kind: 'help', row };
  const command = row.read(read);
  return isUsage(command) ? command : { kind: 'command', row, command };
}

function isUsage(command: { readonly kind: string }): command is Usage {
  return command.kind === 'usage';
}
