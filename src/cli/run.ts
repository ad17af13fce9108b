import { ruleOf } from '../rules/registry.ts';
import { helpText, parseArguments } from './arguments.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { explain } from './explain.ts';
import { explainBounce } from './explain-bounce.ts';
import { fix } from './fix.ts';
import { format } from './format.ts';
import { live } from './live.ts';
import { map } from './map.ts';
import { EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { zones } from './zones.ts';

/** Runs the command that the words say and gives the exit status. */
export async function run(words: readonly string[], around: Surroundings): Promise<number> {
  const command = parseArguments(words, (id) => ruleOf(id) !== undefined);
  switch (command.kind) {
    case 'check':
      return check(command, around);
    case 'fix':
      return fix(command, around);
    case 'format':
      return format(command, around);
    case 'compile':
      return compile(command, around);
    case 'live':
      return live(command, around);
    case 'explain':
      return explain(command.rule, around);
    case 'map':
      return map(command, around);
    case 'zones':
      return zones(command, around);
    case 'explain-bounce':
      return explainBounce(command, around);
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
