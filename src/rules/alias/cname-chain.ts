import { TYPE_CNAME } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { mayStandBesideAlias } from '../facts/beside-alias.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { defineRule } from '../rule.ts';

/** An alias of an alias, both of one held zone (RFC 1034 section 3.6.2): each step is a question more. */
export const cnameChain = defineRule({
  id: 'cname-chain',
  scope: 'name',
  owners: 'others',
  severity: 'information',
  types: [TYPE_CNAME],
  summary: 'Alias of another alias of the same zone',
  wants: ({ store: { records }, held }, _, first) => {
    for (let id = first; id >= 0; id = records.nextAt(id))
      if (records.type[id] === TYPE_CNAME && held.owns(records.data[id] as number, TYPE_CNAME)) return true;
    return false;
  },
  check(name, records, ctx, report) {
    if (isInArpa(ctx, name)) return;
    for (const alias of records) {
      if (alias.type !== TYPE_CNAME || !alias.zone || ctx.isClaimed(alias.id) || alias.data === name) continue;
      const there = ctx.held.recordsAt(alias.data);
      const next = there.find(({ zone, type }) => zone === alias.zone && type === TYPE_CNAME);
      // That an alias has other records too is said of it.
      if (!there.every(({ type }) => mayStandBesideAlias(type))) continue;
      if (!next || next.data === name || !isPaired(alias.zone, ctx) || !ctx.held.answers(alias)) continue;
      if (ctx.memory.endlessAliases.has(name, ctx.held)) continue;
      report({
        at: alias.at('target'),
        message: phrase`${shown(ctx, name)} is an alias of ${shown(ctx, alias.data)}, which is an alias of ${shown(ctx, next.data)} itself: each step is one more question, and one more record to forget`,
        related: [{ at: next.at('record'), message: phrase`The next alias` }],
      });
    }
  },
});
