import { ttlText } from '../../dns/ttl.ts';
import { translated } from '../../language/phrase.ts';
import type { Range } from '../../text/block.ts';
import type { SourceFile } from '../../workspace/instance.ts';
import type { FeatureContext } from '../context.ts';
import { mainInstance, rowsOfBlock } from '../row.ts';
import { timeInWords } from '../words.ts';
import { type Proposal, proposalsOf } from './proposal.ts';
import { soaTimes, ttlSeconds, ttls } from './record-words.ts';
import type { FieldSpot } from './spot.ts';

const SECONDS: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86400, w: 604800 };

/** Times to live, written as the file writes them: with units or in seconds. `order` is put before their own. */
export function ttlProposals(
  ctx: FeatureContext,
  { range, file, order }: { readonly range: Range; readonly file: SourceFile | undefined; readonly order: string },
): Proposal[] {
  const vocabulary = isInSeconds(ctx, file) ? ttlSeconds : ttls;
  return proposalsOf(vocabulary, range).map((one) => ({ ...one, order: `${order}${one.order}` }));
}

/** The usual values of a time in the data of a record; those of an SOA differ by field. */
export function timeProposals(ctx: FeatureContext, { range, row, field }: FieldSpot): Proposal[] {
  const { file } = row.block.instance;
  const times = soaTimes.get(field.name);
  if (!times) return ttlProposals(ctx, { range, file, order: '0' });
  const plain = isInSeconds(ctx, file);
  return times.map((time, index) => {
    const seconds = Number.parseInt(time, 10) * (SECONDS[time.at(-1) ?? ''] ?? 1);
    const label = plain ? String(seconds) : time;
    const detail = plain
      ? `${ttlText(seconds)}: ${translated(field.about)}`
      : `${timeInWords(seconds)}: ${translated(field.about)}`;
    return { label, kind: 'value', detail, range, order: `0${index}` };
  });
}

/** Whether the first times of a file have no units; units where it has none yet. */
function isInSeconds({ engine }: FeatureContext, file: SourceFile | undefined): boolean {
  const block = file && mainInstance(engine.store, file)?.blocks[0];
  for (const row of block ? rowsOfBlock(engine.store, block) : []) {
    const word = row.directive === '$TTL' ? row.tokens[1] : row.ttl;
    if (word) return /^\d+$/.test(word.text);
  }
  return false;
}
