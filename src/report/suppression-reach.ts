import { TYPE_A, TYPE_AAAA, TYPE_NS, TYPE_SOA, TYPE_TXT } from '../dns/type-codes.ts';
import type { Rule } from '../rules/rule.ts';
import type { Instance } from '../workspace/instance.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../zone/draft.ts';
import type { ShownContext } from './pass.ts';
import type { SuppressionComment } from './suppress.ts';

/** The lines that a comment silences, both among them. */
export interface Reach {
  readonly first: number;
  readonly last: number;
}

/** More records are not looked at: whether a comment over so many is used is not known. */
const MOST_RECORDS = 500;

/** The lines of a comment; undefined where it silences none itself (`enable`). */
export function reachOf(
  { file, places }: ShownContext,
  comments: readonly SuppressionComment[],
  index: number,
): Reach | undefined {
  const comment = comments[index];
  switch (comment?.kind) {
    case 'disable-line':
      return places.linesOfRow(file.document, comment.line);
    case 'disable-next-line':
      return places.linesOfRow(file.document, comment.line + 1);
    case 'disable': {
      const end = comments.findIndex(({ kind }, at) => at > index && kind === 'enable');
      return { first: comment.line, last: (comments[end]?.line ?? file.document.lineCount) - 1 };
    }
    default:
      return undefined;
  }
}

/**
 * Whether what a rule (or any rule) finds at some lines is known in full: it is found by reading, or the zones that its
 * records lead to are held. What is said of zones as a whole, and what hangs on the day, comes and goes by itself.
 */
export function isFoundAll(context: ShownContext, reach: Reach, rule: Rule | undefined): boolean {
  if (rule?.scope === 'text') return rule.needsAllFiles !== true;
  if (rule?.scope === 'zone' || rule?.scope === 'sweep') return false;
  let count = 0;
  for (const instance of context.file.instances) {
    if (!instance.zone) return false;
    // Of what is told in part nobody looks where else it is.
    if (instance.view.toldInPart.has(instance.zone) && (!rule || (rule.scope === 'name' && rule.tell))) return false;
    for (const record of recordsIn(context, instance, reach)) {
      if (++count > MOST_RECORDS || !isAnswered(record, context, instance)) return false;
    }
  }
  return true;
}

function* recordsIn({ places, file }: ShownContext, instance: Instance, { first, last }: Reach): Generator<ZoneRecord> {
  const { document } = file;
  for (let index = document.blockOfLine(first); index <= document.blockOfLine(last); index++) {
    for (const id of instance.blocks[index]?.records ?? []) {
      const record = new ZoneRecord(places.store, id);
      const place = places.of(record.at('record'));
      if (place && place.range.start.line >= first && place.range.start.line <= last) yield record;
    }
  }
}

/** Whether all look-ups that a record calls for have their answers here. */
function isAnswered(record: ZoneRecord, { heldOf, places }: ShownContext, { view }: Instance): boolean {
  // What SPF lets send, and what is said of zones at their apex, hangs on more than the record.
  const { type, data } = record;
  if (type === TYPE_UNREADABLE || type === TYPE_TXT || type === TYPE_SOA || type === TYPE_NS) return false;
  const held = heldOf(view);
  if (record.isAddress) return held.pointers(data).kind !== 'unknown';
  if (data < 0 || places.store.names.isAddress(data)) return true;
  return held.lookup(data, TYPE_A).kind !== 'unknown' && held.lookup(data, TYPE_AAAA).kind !== 'unknown';
}
