import type { Surroundings } from './surroundings.ts';

/** An option of a command: a row of its table, from which help, completion and the manual page are made. */
export interface OptionRow {
  /** Without its dashes. */
  readonly name: string;
  /** One letter, for `-q`. */
  readonly short?: string;
  /** What stands for its value in the help, such as FILE; left out where it has none. */
  readonly value?: string;
  /** The values that it takes; without them any. */
  readonly words?: readonly string[];
  /** May be given several times, and each counts. */
  readonly isRepeated?: true;
  /** What it is for; '' for one that programs give and people do not. */
  readonly about: string;
}

/** What is wrong with the words of a command. */
export interface Usage {
  readonly kind: 'usage';
  readonly message: string;
}

/** A command of the command line: a row of the table in `commands.ts`. Its file holds it. */
export interface CommandRow<C extends { readonly kind: string } = { readonly kind: string }> {
  readonly name: string;
  /** What stands behind the options in the help, such as `[PATH...]`. */
  readonly operands: string;
  readonly about: string;
  readonly options: readonly OptionRow[];
  /** What the exit statuses mean; '' where there is nothing to say. */
  readonly exit: string;
  /** Says better what is wrong with an option that there is not. */
  readonly unknownOption?: (name: string) => string | undefined;
  /** What the words mean. */
  read(words: Words): C | Usage;
  /** Gives the exit status. */
  run(command: C, around: Surroundings): Promise<number>;
}

/** What `fix` is asked. */
export interface FixCommand {
  readonly kind: 'fix';
  readonly write: boolean;
  readonly config: string | undefined;
  readonly rules: readonly string[];
  readonly paths: readonly string[];
}

/** The words of a command, sorted: options by name, each with its values in their order, and the others. */
export class Words {
  readonly #values: ReadonlyMap<string, readonly string[]>;
  readonly paths: readonly string[];

  constructor(values: ReadonlyMap<string, readonly string[]>, paths: readonly string[]) {
    this.#values = values;
    this.paths = paths;
  }

  has(option: string): boolean {
    return this.#values.has(option);
  }

  /** All values of an option. */
  all(option: string): readonly string[] {
    return this.#values.get(option) ?? [];
  }

  /** The value of an option, the last one where it is given several times. */
  last(option: string): string | undefined {
    return this.all(option).at(-1);
  }

  /** The value of an option that takes one of some words; the first of them without it. */
  oneOf<W extends string>(option: string, words: readonly [W, ...W[]]): W {
    const given = this.last(option);
    return words.find((word) => word === given) ?? words[0];
  }
}

/** Wrong usage, with what is to be said of it. */
export function usage(message: string): Usage {
  return { kind: 'usage', message };
}

/** A word as `util.parseArgs` tells it. */
export type WordToken =
  | {
      readonly kind: 'option';
      readonly name: string;
      readonly rawName: string;
      readonly value?: string | undefined;
      readonly inlineValue?: boolean | undefined;
    }
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

/** The part of `util.parseArgs` (Node) that is used. */
export type ParseArgs = (config: {
  readonly args: string[];
  readonly options: Record<string, { type: 'string' | 'boolean'; short?: string }>;
  readonly strict: false;
  readonly allowPositionals: true;
  readonly tokens: true;
}) => { readonly tokens: readonly WordToken[] };

/** The options that every command takes. */
export const HELP: OptionRow = { name: 'help', short: 'h', about: 'prints this help' };

/**
 * Sorts the words behind a command by its options; `nearest` gives names that a wrong one may have been meant for.
 */
export function readWords(
  row: Pick<CommandRow, 'name' | 'options' | 'unknownOption'>,
  args: readonly string[],
  {
    parse,
    nearest,
  }: { readonly parse: ParseArgs; readonly nearest: (word: string, words: readonly string[]) => string },
): Words | Usage {
  const known = new Map([...row.options, HELP].map((option) => [option.name, option]));
  const { tokens } = parse({
    args: [...args],
    options: Object.fromEntries([...known.values()].map((option) => [option.name, formOf(option)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known.get(token.name);
    if (!option) {
      const better = row.unknownOption?.(token.name);
      if (better !== undefined) return usage(better);
      return usage(`there is no option "${token.rawName}" here${nearest(token.name, namesShown(known.values()))}`);
    }
    const problem = valueProblem(option, token);
    if (problem !== undefined) return usage(problem);
    values.set(token.name, [...(values.get(token.name) ?? []), ...(token.value === undefined ? [] : [token.value])]);
  }
  return new Words(values, paths);
}

function formOf({ value, short }: OptionRow): { type: 'string' | 'boolean'; short?: string } {
  return { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) };
}

function namesShown(options: Iterable<OptionRow>): string[] {
  return [...options].filter(({ about }) => about !== '').map(({ name }) => name);
}

/** Why an option has not the value that it takes. */
function valueProblem(option: OptionRow, token: WordToken & { readonly kind: 'option' }): string | undefined {
  const { name, value: placeholder, words } = option;
  const { value, inlineValue } = token;
  if (placeholder === undefined) return value === undefined ? undefined : `--${name} takes no value`;
  if (value === undefined || value === '') return `--${name} needs a value`;
  if (inlineValue !== true && value.startsWith('-') && value !== '-')
    return `--${name} needs a value, and "${value}" looks like an option: --${name}=${value} where it is meant`;
  if (words && !words.includes(value)) return `--${name} is one of ${words.join(', ')}`;
  return undefined;
}
