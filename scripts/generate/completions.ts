import type { CommandRow, OptionRow } from '../../src/cli/arguments.ts';
import { commandRows } from '../../src/cli/commands.ts';
import { firstSentence, shownOptions } from '../../src/cli/help.ts';

const NOTE = 'Written by npm run generate from the commands of zonewright.';
const HELP: OptionRow = { name: 'help', about: 'prints this help' };

/** Values of an option that are rules, and are asked of the program itself, so that they are always those it has. */
const RULE_OPTIONS = new Set(['rule', 'ignore']);
const RULES = "zonewright rules 2>/dev/null | cut -d ' ' -f 1";

/** Completion for bash (`complete -F`). */
export function bashCompletion(): string {
  const cases = commandRows.map((row) => {
    const options = optionsOf(row).map(({ name }) => `--${name}`);
    return `    ${row.name}) words="${options.join(' ')}" ;;`;
  });
  return `# ${NOTE}
_zonewright() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} words=
  COMPREPLY=()
  # "--option=value" comes as three words.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${commandRows.map(({ name }) => name).join(' ')} --help --version" -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]}:$previous in
${valueCases().join('\n')}
    explain:explain) words=$(${RULES}) ;;
  esac
  if [[ -z $words && $current == -* ]]; then
    case \${COMP_WORDS[1]} in
${cases.map((line) => `  ${line}`).join('\n')}
    esac
  fi
  if [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -F _zonewright zonewright
`;
}

function valueCases(): string[] {
  return commandRows.flatMap((row) =>
    optionsOf(row).flatMap(({ name, words }) => {
      if (words) return [`    ${row.name}:--${name}) words="${words.join(' ')}" ;;`];
      return RULE_OPTIONS.has(name) ? [`    ${row.name}:--${name}) words=$(${RULES}) ;;`] : [];
    }),
  );
}

/** Completion for zsh (`_arguments`). */
export function zshCompletion(): string {
  const commands = commandRows.map(({ name, about }) => `    ${quoted(`${name}:${firstSentence(about)}`)}`);
  const cases = commandRows.map((row) => {
    const options = optionsOf(row).map((option) => `        ${quoted(zshOption(option))}`);
    const operands = row.name === 'explain' ? "'*:rule:_zonewright_rules'" : "'*:file:_files'";
    return `    ${row.name})\n      _arguments -s \\\n${[...options, `        ${operands}`].join(' \\\n')}\n      ;;`;
  });
  return `#compdef zonewright
# ${NOTE}
_zonewright_rules() {
  local -a rules
  rules=(\${(f)"$(${RULES})"})
  compadd -a rules
}
_zonewright() {
  local -a commands
  commands=(
${commands.join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${cases.join('\n')}
  esac
}
# Found in fpath, this is the function's own text at its first call; read as a file, it only declares it.
if [[ \${funcstack[1]} == _zonewright ]]; then
  _zonewright "$@"
else
  compdef _zonewright zonewright
fi
`;
}

function zshOption({ name, value, words, isRepeated, about }: OptionRow): string {
  const text = firstSentence(about).replace(/[[\]\\:]/g, '\\$&');
  const head = `${isRepeated ? '*' : ''}--${name}${value === undefined ? '' : '='}[${text}]`;
  if (value === undefined) return head;
  if (words) return `${head}:${name}:(${words.join(' ')})`;
  if (RULE_OPTIONS.has(name)) return `${head}:rule:_zonewright_rules`;
  return `${head}:${value.toLowerCase().replace(/[[\]:]/g, '')}:${/FILE|PATH/.test(value) ? '_files' : ''}`;
}

/** Completion for fish (`complete -c`). */
export function fishCompletion(): string {
  const commands = commandRows.map(
    ({ name, about }) =>
      `complete -c zonewright -n __fish_use_subcommand -f -a ${name} -d ${fishQuoted(firstSentence(about))}`,
  );
  const options = commandRows.flatMap((row) =>
    optionsOf(row).map(({ name, short, value, words, about }) => {
      const parts = [
        `complete -c zonewright -n '__fish_seen_subcommand_from ${row.name}' -l ${name}`,
        short === undefined ? '' : `-s ${short}`,
        value === undefined ? '' : words ? `-x -a ${fishQuoted(words.join(' '))}` : '',
        value !== undefined && RULE_OPTIONS.has(name) ? `-x -a ${fishQuoted(`(${RULES})`)}` : '',
        value !== undefined && !words && !RULE_OPTIONS.has(name) ? '-r' : '',
        `-d ${fishQuoted(firstSentence(about))}`,
      ];
      return parts.filter((part) => part !== '').join(' ');
    }),
  );
  const rules = `complete -c zonewright -n '__fish_seen_subcommand_from explain' -f -a ${fishQuoted(`(${RULES})`)}`;
  return `# ${NOTE}\n${[...commands, ...options, rules].join('\n')}\n`;
}

function optionsOf(row: CommandRow): readonly OptionRow[] {
  return [...shownOptions(row), HELP];
}

/** A word in single quotes, as shells have them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
