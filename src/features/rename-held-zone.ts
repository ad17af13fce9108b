import { phrase } from '../language/phrase.ts';
import type { FeatureContext } from './context.ts';
import { networkOf } from './network.ts';
import { renameZone, whyNotRenamedZone, type ZoneToRename } from './rename-zone.ts';
import type { Renaming } from './renaming.ts';
import { renumber } from './renumber.ts';
import { networkOfZone } from './renumber-spot.ts';

/** What a person changes to give a zone another name: its name, and of a reverse zone its network; else why not. */
export function heldZoneText(ctx: FeatureContext, zone: ZoneToRename, written: string): string | { refused: string } {
  const { store } = ctx.engine;
  const isReverse = store.names.isBelowOrAt(zone.apex, store.names.arpa);
  const network = networkOfZone(ctx, zone.apex);
  if (isReverse && network === undefined)
    return { refused: phrase`The name of this zone stands for a part of a network` };
  const why = isReverse ? undefined : whyNotRenamedZone(ctx, zone);
  return why === undefined ? (network ?? written) : { refused: why };
}

/** Gives a zone another name wherever it is spelled; a reverse zone moves with its network, and all hosts in it. */
export function renameHeldZone(ctx: FeatureContext, zone: ZoneToRename, newText: string): Renaming {
  const text = heldZoneText(ctx, zone, '');
  if (typeof text !== 'string') return text;
  const network = networkOf(text);
  return network ? renumber(ctx, { network }, newText) : renameZone(ctx, zone, newText);
}
