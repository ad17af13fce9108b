import { type Change, type Refusal, replaceInBlock } from '../../edits/change.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { placeOf, type Rows } from '../../edits/rows.ts';
import { isTtlInherited, stateBefore } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { Finding, Fix, RuleContext } from '../rule.ts';
import { Subject } from './subject.ts';

/** The TTL that servers give a set already, for all its records; the first one's where nobody can tell. */
export function oneTtl(finding: Finding, ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { record, rows } = subject;
  if (!record) return [];
  const set = ctx.held.recordsAt(record.owner, record.type).filter(({ zone }) => zone === record.zone);
  const [first] = set;
  if (!first) return [];
  const taken = set.find(({ id }) => id === finding.data?.taken);
  const model = taken ?? first;
  const title =
    model === first
      ? phrase`Give all of them the TTL of the first, ${first.ttl}`
      : phrase`Give all of them the TTL that BIND takes, ${model.ttl}`;
  const changes: Change[] = [];
  for (const other of set.filter(({ ttl }) => ttl !== model.ttl)) {
    const change = changeTtl(rows, other, model);
    if ('refused' in change) return [subject.fix(title, change)];
    changes.push(change);
  }
  return [subject.fix(title, changes, { safe: taken !== undefined, preferred: true })];
}

function changeTtl(rows: Rows, record: ZoneRecord, model: ZoneRecord): Change | Refusal {
  if (record.generated) return { refused: phrase`a $GENERATE line makes one of them: change its TTL` };
  const place = placeOf(record);
  if (stateBefore(rows, place).defaultTtl < 0 && isTtlInherited(rows, place))
    return { refused: phrase`there is no $TTL here, and the lines below take their TTL from one of these` };
  const words = record.words();
  const text = (model.generated ? undefined : model.words().ttl?.text) ?? String(model.ttl);
  if (words.ttl) return replaceToken(record, words.ttl, text);
  const { start } = words.class ?? words.type;
  return replaceInBlock(record.block, start, start, `${text} `);
}
