import { counted, noun, phrase } from '../../language/phrase.ts';
import { syntaxParenthesis } from '../../rules/text/text-rules.ts';
import type { Instance } from '../../workspace/instance.ts';
import type { RawFault } from '../fault-types.ts';
import type { PassContext } from '../pass.ts';
import type { RowPlace } from '../place.ts';
import { inTextOrder } from '../text-order.ts';

/**
 * One finding for the rows at the beginning of a file that take the owner of a record above: what is missing there is
 * missing once. A row with an owner of its own behind its blank has a fix of its own. Where the rows begin with numbers they
 * are the rest of a record, and the parenthesis that closes it is no mistake.
 */
export function ownerlessRows(raw: readonly RawFault[], { file, places, taken }: PassContext): readonly RawFault[] {
  if (!raw.some(({ fault }) => fault.isOwnerless)) return raw;
  const kept: RawFault[] = [];
  const rowOf = ({ block, fault }: RawFault): RowPlace | undefined => {
    const text = file.document.blocks[block.index];
    return text && places.rowAt(text, fault.start);
  };
  let instance: Instance | undefined;
  let head = -1;
  let count = 0;
  let isRest = false;
  let last: RawFault | undefined;
  const take = (item: RawFault): void => taken?.(item, kept[head] ?? item);
  const close = (): void => {
    const first = kept[head];
    if (!first || count === 0) return;
    const { message } = first.fault;
    const lines = counted(count, noun`more line`);
    kept[head] = { ...first, fault: { ...first.fault, message: phrase`${message}, nor for ${lines} below` } };
  };
  for (const item of inTextOrder(raw)) {
    if (item.block.instance !== instance) {
      close();
      [instance, head, count, last] = [item.block.instance, -1, 0, undefined];
    }
    if (!item.fault.isOwnerless) {
      const isEnd = isRest && last?.block === item.block && rowOf(item)?.start === last.fault.start;
      if (isEnd && item.fault.rule === syntaxParenthesis.id) take(item);
      else kept.push(item);
      continue;
    }
    last = item;
    if (head >= 0 && !item.fault.fixes) {
      count++;
      take(item);
      continue;
    }
    if (head < 0) {
      head = kept.length;
      isRest = /^\d/.test(rowOf(item)?.text() ?? '');
    }
    kept.push(item);
  }
  close();
  return kept;
}
