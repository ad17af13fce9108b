import { counted, noun, phrase, translated } from '../language/phrase.ts';
import { nameAbove, sumOfBlock } from '../map/blocks.ts';
import { Judge } from '../map/judge.ts';
import { parseNetwork } from '../map/network.ts';
import { MAIL_BIT, mapStates, STATE_BITS, stateOf } from '../shared/map-cells.ts';
import type { View } from '../workspace/view.ts';
import type { FeatureContext } from './context.ts';

/** What a wide map says of a block, `10.20.0.0/24`: its state, how much of it is in use, and in which states. `yield`s now and then. */
export function* mapBlock(ctx: FeatureContext, view: View, text: string): Generator<void, readonly string[]> {
  const network = parseNetwork(text);
  if ('problem' in network || network.family === 6) return [];
  const prefixLength = network.prefixLength === 16 ? 16 : 24;
  const judge = new Judge(ctx.engine, view);
  const above = nameAbove(judge.ctx.store.names, network.first, prefixLength);
  const sum = yield* sumOfBlock(judge, above, prefixLength);
  const cell = sum.cell(judge.emptyCell(above.name));
  const { title, about } = stateOf(cell & STATE_BITS);
  if (sum.used === 0)
    return [`${translated(title)}: ${lowered(translated(about))}`, phrase`No address of it is in use`];
  return [
    phrase`${sum.used - sum.faulty} of ${counted(sum.used, noun`address/addresses`)} in use are in order`,
    ...mapStates.flatMap((state, number) => {
      const count = sum.states[number] as number;
      return count === 0 || state.id === 'free' ? [] : [`${translated(state.title)}: ${count}`];
    }),
    ...((cell & MAIL_BIT) === 0 ? [] : [counted(sum.mailHosts, noun`mail host`)]),
  ];
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
