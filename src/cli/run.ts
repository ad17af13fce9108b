import { registry } from '../rules/registry.ts';
import { helpText, parseArguments } from './arguments.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { explain } from './explain.ts';
import { fix } from './fix.ts';
import { live } from './live.ts';
import { EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';

/** Runs the command that the words say and gives the exit status. */
export async function run(words: readonly string[], around: Surroundings): Promise<number> {
  const command = parseArguments(words, (id) => registry.some((rule) => rule.id === id));
  switch (command.kind) {
    case 'check':
      return check(command, around);
    case 'fix':
      return fix(command, around);
    case 'compile':
      return compile(command, around);
    case 'live':
      return live(command, around);
    case 'explain':
      return explain(command.rule, around);
    case 'lsp':
      await around.serve();
      return EXIT_FINE;
    case 'help':
      await around.print(helpText(command.command));
      return EXIT_FINE;
    case 'version':
      await around.print(`zonewright ${around.version}\n`);
      return EXIT_FINE;
    case 'usage':
      around.complain(`zonewright: ${command.message}; see zonewright --help\n`);
      return EXIT_TROUBLE;
  }
}
