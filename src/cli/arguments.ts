import { serverAddress } from '../live/server-word.ts';
import type { ResolverLimits, ServerAddress } from '../ports/resolver.ts';
import type { ExplainBounceCommand } from './explain-bounce.ts';
import { type MapCommand, mapCommand } from './map.ts';
import { noSuchRule } from './no-such-rule.ts';
import type { ZonesCommand } from './zones.ts';

/** What `check` prints its findings as. */
export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

export const failLevels = ['error', 'warning', 'none'] as const;
export type FailLevel = (typeof failLevels)[number];

export interface CheckCommand {
  readonly kind: 'check';
  readonly format: Format;
  readonly failOn: FailLevel;
  readonly config: string | undefined;
  /** The zone of the one file that is checked. */
  readonly origin: string | undefined;
  readonly rules: readonly string[];
  /** Says on standard error which findings are not shown, and why. */
  readonly trace: boolean;
  readonly paths: readonly string[];
}

export interface FixCommand {
  readonly kind: 'fix';
  readonly write: boolean;
  readonly config: string | undefined;
  readonly rules: readonly string[];
  readonly paths: readonly string[];
}

export interface FormatCommand {
  readonly kind: 'format';
  /** Names what is to be done and changes nothing. */
  readonly check: boolean;
  readonly write: boolean;
  readonly config: string | undefined;
  readonly paths: readonly string[];
}

export interface CompileCommand {
  readonly kind: 'compile';
  readonly origin: string | undefined;
  readonly config: string | undefined;
  readonly file: string;
}

/** What `live` prints its results as. */
export const liveFormats = ['text', 'json'] as const;

export interface LiveCommand {
  readonly kind: 'live';
  readonly format: (typeof liveFormats)[number];
  /** The server that the user names. */
  readonly resolver: ServerAddress | undefined;
  readonly authoritative: boolean;
  /** All records of the zones are compared. */
  readonly records: boolean;
  readonly limits: Partial<ResolverLimits>;
  readonly targets: readonly string[];
}

export type Command =
  | LiveCommand
  | CheckCommand
  | FixCommand
  | FormatCommand
  | CompileCommand
  | { readonly kind: 'explain'; readonly rule: string | undefined }
  | ZonesCommand
  | MapCommand
  | ExplainBounceCommand
  | { readonly kind: 'lsp' }
  | { readonly kind: 'help'; readonly command: string | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'usage'; readonly message: string };

interface CommandHelp {
  readonly usage: string;
  readonly about: string;
  /** Options by their names, in the order of the help. */
  readonly options: readonly string[];
  readonly exit: string;
}

const COMMANDS: ReadonlyMap<string, CommandHelp> = new Map([
  [
    'check',
    {
      usage: `zonewright check [--format text|json|sarif|github] [--fail-on error|warning|none]
                   [--config FILE] [--origin NAME] [--rule ID]... [--trace] [PATH...]`,
      about: 'Says what is wrong with zone files, and where forward and reverse zones disagree.',
      options: ['format', 'fail-on', 'config', 'origin', 'rule', 'trace'],
      exit: '0 nothing at or above --fail-on, 1 findings, 2 wrong usage, or something could not be read',
    },
  ],
  [
    'fix',
    {
      usage: 'zonewright fix [--rule ID]... [--write] [--config FILE] [PATH...]',
      about: 'Makes the mends that leave no choice, and adds missing PTR records; prints them as a unified diff.',
      options: ['rule', 'write', 'config'],
      exit: '0 nothing left to write, 1 there is a diff, 2 wrong usage, or something could not be read',
    },
  ],
  [
    'format',
    {
      usage: 'zonewright format [--check] [--write] [--config FILE] [PATH...]',
      about: 'Lays out zone files in columns, and changes no record; prints a unified diff.',
      options: ['check', 'write', 'config'],
      exit: '0 done, 1 --check finds something to do, 2 wrong usage, or something could not be read',
    },
  ],
  [
    'compile',
    {
      usage: 'zonewright compile [--origin NAME] [--config FILE] FILE',
      about: 'Prints the records of a zone as a server loads them, one a line, with whole names.',
      options: ['origin', 'config'],
      exit: '0 a server loads the zone, 1 errors, 2 wrong usage, or something could not be read',
    },
  ],
  [
    'live',
    {
      usage: `zonewright live [--resolver ADDR[:PORT]] [--authoritative] [--timeout MS] [--concurrency N]
                   [--rate N] [--records] [--format text|json] TARGET...`,
      about: `Asks the DNS for the PTR records of addresses, as mail servers do, and holds the answers against the zone files.
A TARGET is an address, a network (192.0.2.0/24), a host, a domain, a zone of the workspace, or a zone file. Private and
documentation addresses are asked only of the server that --resolver names.`,
      options: ['live-format', 'resolver', 'authoritative', 'timeout', 'concurrency', 'rate', 'records'],
      exit: '0 all addresses are confirmed, 1 something is wrong, 3 nothing is wrong as far as is known, 2 wrong usage, or something could not be read',
    },
  ],
  [
    'explain',
    {
      usage: 'zonewright explain [RULE]',
      about: 'Prints the page of a rule, or lists all rules.',
      options: [],
      exit: '',
    },
  ],
  [
    'map',
    {
      usage: 'zonewright map [--format text|svg] [--order rows|hilbert] [--view NAME] [--config FILE] NETWORK',
      about: `Draws a network (192.0.2.0/24, 2001:db8::/48) as the zones around the working directory have it: whether forward
and reverse agree, one character an address, or as a picture.`,
      options: ['map-format', 'order', 'view', 'config'],
      exit: '0 drawn, 2 wrong usage, or something could not be read',
    },
  ],
  [
    'zones',
    {
      usage: 'zonewright zones [--format text|json] [--config FILE] [PATH...]',
      about: 'Says which file is which zone, in which view and site, and why.',
      options: ['config'],
      exit: '0 told, 2 wrong usage, or something could not be read',
    },
  ],
  [
    'explain-bounce',
    {
      usage: 'zonewright explain-bounce [--format text|json] [FILE|-]',
      about: `Says what a mail rejection claims of the sender's reverse DNS, and what the zones around the working directory
say of it. FILE is a bounce, lines of a log, a reply; without it, standard input is read. Nothing is sent.`,
      options: [],
      exit: '0 explained, 2 wrong usage, or the file could not be read',
    },
  ],
  [
    'lsp',
    {
      usage: 'zonewright lsp --stdio',
      about: 'Runs the language server on standard input and output.',
      options: [],
      exit: '',
    },
  ],
]);

const OPTIONS: ReadonlyMap<string, string> = new Map([
  ['format', '  --format    text for people (the default), json, sarif (2.1.0), or github (annotations)'],
  ['fail-on', '  --fail-on   the least severity that makes the exit status 1: error (the default), warning, none'],
  [
    'config',
    "  --config    a server's configuration (named.conf, nsd.conf, knot.conf, Corefile), or a zonewright.json",
  ],
  [
    'rule',
    `  --rule      only this rule; may be given several times. fix makes the first fix of each of its findings,
              also where it is not the only one that may be meant`,
  ],
  [
    'trace',
    `  --trace     says on standard error which findings are not shown: which pass of the report took each away,
              and for which other one`,
  ],
  ['write', '  --write     writes the files; without it, fix and format print a unified diff'],
  ['check', '  --check     names the files that are to be formatted, and changes nothing'],
  ['map-format', '  --format    text, one character an address (the default), or svg'],
  ['order', '  --order     of the cells in an SVG: squares in rows (the default), or a Hilbert curve'],
  ['view', '  --view      the view that is drawn; else the one that knows most of the network'],
  ['live-format', '  --format    text for people (the default), or json'],
  ['resolver', "  --resolver  the server to ask, such as 192.0.2.53 or [2001:db8::53]:5353; else the system's"],
  [
    'authoritative',
    '  --authoritative  asks every server of the zones itself, found through the resolver, or from the root down',
  ],
  ['timeout', '  --timeout   milliseconds for one question to one server (3000)'],
  ['concurrency', '  --concurrency  the most questions under way at once (64)'],
  ['rate', '  --rate      the most questions a second (20000); 0 for no bound'],
  ['records', '  --records   compares all records of the zones that are named with those that are published'],
  ['origin', "  --origin    the zone's name, where the file and its surroundings do not tell it (one FILE, or -)"],
]);

const PATHS = `PATHs select what is reported (the working directory, where there is none); the zones that they are checked
against are those of the workspace: the nearest folder above with a server's configuration, zonewright.json
or .git. "-" reads standard input (check, compile).`;

/** What `--help` prints: of one command, or of all. */
export function helpText(name: string | undefined): string {
  const command = name === undefined ? undefined : COMMANDS.get(name);
  if (command) {
    const { usage, about, options, exit } = command;
    const parts = [`  ${usage}`, about];
    if (usage.includes('PATH')) parts.push(PATHS);
    if (options.length > 0) parts.push(options.map((option) => OPTIONS.get(option)).join('\n'));
    if (exit !== '') parts.push(`Exit status: ${exit}.`);
    return `${parts.join('\n\n')}\n`;
  }
  const usages = [...COMMANDS.values()].map(({ usage }) => `  ${usage}`);
  return `zonewright: checks DNS zone files, and that forward and reverse zones agree

${usages.join('\n')}
  zonewright [COMMAND] --help
  zonewright --version

${PATHS}

${[...OPTIONS].flatMap(([id, text]) => (id.endsWith('-format') ? [] : [text])).join('\n')}

Exit status: 0 nothing to report, 1 findings (fix: a diff; compile: errors), 2 wrong usage, or something
could not be read. NO_COLOR switches colours off.
`;
}

interface Options {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly rest: readonly string[];
  readonly problem: string | undefined;
}

const VALUED: ReadonlyMap<string, readonly string[]> = new Map([
  ['check', ['format', 'fail-on', 'config', 'origin', 'rule']],
  ['fix', ['config', 'rule']],
  ['format', ['config']],
  ['compile', ['config', 'origin']],
  ['live', ['format', 'resolver', 'timeout', 'concurrency', 'rate']],
  ['explain', []],
  ['zones', ['format', 'config']],
  ['map', ['format', 'order', 'view', 'config']],
  ['explain-bounce', ['format']],
  // Clients that start a server add it; the server reads it by itself.
  ['lsp', ['clientProcessId']],
]);
const FLAGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['check', ['trace']],
  ['fix', ['write']],
  ['format', ['check', 'write']],
  ['live', ['authoritative', 'records']],
  ['lsp', ['stdio']],
]);

/** Reads the words behind the program's name. */
export function parseArguments(words: readonly string[], isRule: (id: string) => boolean): Command {
  const [name, ...rest] = words;
  if (name === undefined) return usage('a command is missing');
  if (words.includes('--help') || words.includes('-h') || name === 'help')
    return { kind: 'help', command: words.find((word) => COMMANDS.has(word)) };
  if (name === '--version' || name === '-V') return { kind: 'version' };
  if (!VALUED.has(name)) return usage(`there is no command "${name}"`);
  const options = readOptions(rest, VALUED.get(name) ?? [], FLAGS.get(name) ?? []);
  if (options.problem !== undefined) {
    // Many programs write unless they are told not to.
    const asksForNothing = name === 'fix' && rest.includes('--dry-run');
    return usage(
      asksForNothing ? 'fix needs no --dry-run: without --write it only shows what it would change' : options.problem,
    );
  }
  const rules = options.values.get('rule') ?? [];
  const unknown = rules.find((rule) => !isRule(rule));
  if (unknown !== undefined) return usage(noSuchRule(unknown));
  return commandOf(name, options, rules);
}

function commandOf(name: string, options: Options, rules: readonly string[]): Command {
  const last = (option: string): string | undefined => options.values.get(option)?.at(-1);
  const config = last('config');
  const paths = options.rest;
  switch (name) {
    case 'check': {
      const format = formats.find((one) => one === (last('format') ?? 'text'));
      const failOn = failLevels.find((one) => one === (last('fail-on') ?? 'error'));
      if (!format) return usage(`--format is one of ${formats.join(', ')}`);
      if (!failOn) return usage(`--fail-on is one of ${failLevels.join(', ')}`);
      const origin = last('origin');
      if (origin !== undefined && paths.length !== 1) return usage('--origin is for one file');
      const trace = options.values.has('trace');
      return { kind: 'check', format, failOn, config, origin, rules, trace, paths };
    }
    case 'fix':
      if (paths.includes('-')) return usage('fix does not read standard input');
      return { kind: 'fix', write: options.values.has('write'), config, rules, paths };
    case 'format': {
      const [check, write] = [options.values.has('check'), options.values.has('write')];
      if (check && write) return usage('--check changes nothing: it does not go with --write');
      if (paths.includes('-')) return usage('format does not read standard input');
      return { kind: 'format', check, write, config, paths };
    }
    case 'compile': {
      const [file, extra] = paths;
      if (file === undefined || extra !== undefined) return usage('compile takes one file');
      return { kind: 'compile', origin: last('origin'), config, file };
    }
    case 'live':
      return liveCommand(options, last);
    case 'explain': {
      const [rule, extra] = paths;
      if (extra !== undefined) return usage('explain takes one rule');
      return { kind: 'explain', rule };
    }
    case 'map': {
      const command = mapCommand(last, paths);
      return typeof command === 'string' ? usage(command) : command;
    }
    case 'zones': {
      const format = (['text', 'json'] as const).find((one) => one === (last('format') ?? 'text'));
      if (!format) return usage('--format is text or json here');
      if (paths.includes('-')) return usage('zones does not read standard input');
      return { kind: 'zones', format, config, paths };
    }
    case 'explain-bounce': {
      const format = (['text', 'json'] as const).find((one) => one === (last('format') ?? 'text'));
      const [file = '-', extra] = paths;
      if (!format) return usage('--format is text or json here');
      if (extra !== undefined) return usage('explain-bounce takes one file');
      return { kind: 'explain-bounce', format, file };
    }
    default:
      if (paths.length > 0) return usage('lsp takes no paths');
      return options.values.has('stdio') ? { kind: 'lsp' } : usage('lsp needs --stdio');
  }
}

function liveCommand({ values, rest }: Options, last: (option: string) => string | undefined): Command {
  const format = liveFormats.find((one) => one === (last('format') ?? 'text'));
  if (!format) return usage(`--format is one of ${liveFormats.join(', ')}`);
  if (rest.length === 0) return usage('live takes an address, a network, a host, a zone or a zone file');
  const word = last('resolver');
  const resolver = word === undefined ? undefined : serverAddress(word);
  if (word !== undefined && !resolver)
    return usage(`--resolver takes an address, and a port behind a colon: "${word}" is none`);
  const limits: Record<string, number> = {};
  for (const [name, least, most] of LIMITS) {
    const text = last(name);
    if (text === undefined) continue;
    const value = /^\d{1,7}$/.test(text) ? Number(text) : -1;
    if (value < least || value > most) return usage(`--${name} takes a number from ${least} to ${most}`);
    limits[name] = value;
  }
  const flags = { authoritative: values.has('authoritative'), records: values.has('records') };
  return { kind: 'live', format, resolver, ...flags, limits, targets: rest };
}

/** The options that are numbers, with the least and the most that they take. */
const LIMITS: readonly (readonly [keyof ResolverLimits, number, number])[] = [
  ['timeout', 50, 600_000],
  ['concurrency', 1, 4096],
  ['rate', 0, 1_000_000],
];

/** `--name value`, `--name=value`; behind `--` only paths. */
function readOptions(words: readonly string[], valued: readonly string[], flags: readonly string[]): Options {
  const values = new Map<string, string[]>();
  const rest: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') {
      rest.push(...words.slice(i + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      rest.push(word);
      continue;
    }
    const [, option = '', , given] = /^--([A-Za-z-]+)(=(.*))?$/s.exec(word) ?? [];
    if (flags.includes(option) && given === undefined) {
      values.set(option, []);
      continue;
    }
    if (!valued.includes(option)) return { values, rest, problem: `there is no option "${word}" here` };
    const value = given ?? words[++i];
    if (value === undefined || value === '') return { values, rest, problem: `--${option} needs a value` };
    values.set(option, [...(values.get(option) ?? []), value]);
  }
  return { values, rest, problem: undefined };
}

function usage(message: string): Command {
  return { kind: 'usage', message };
}
