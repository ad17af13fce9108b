import { translated } from '../../language/phrase.ts';
import { knownRule, ruleIds } from '../../report/known-rule.ts';
import { type Proposal, proposalsOf } from './proposal.ts';
import { commentForms } from './record-words.ts';
import { type CommentSpot, endOf } from './spot.ts';

/** In a comment that silences rules their ids, else the forms of such comments; nothing in what people write. */
export function commentProposals(spot: CommentSpot): Proposal[] {
  const text = spot.text.trimStart();
  const silenced = /^zonewright-(?:disable(?:-next-line|-line)?|enable)\s+(.*)$/.exec(text)?.[1];
  if (silenced !== undefined) return silenced.includes('--') ? [] : ruleProposals(spot, silenced);
  if (/\s/.test(text)) return [];
  const isBeginning = text === '' || commentForms.words.some(({ word }) => word.startsWith(text));
  return isBeginning ? proposalsOf(commentForms, spot.range) : [];
}

function ruleProposals(spot: CommentSpot, silenced: string): Proposal[] {
  const used = new Set(silenced.split(/[\s,]+/));
  used.delete(spot.prefix);
  const range = endOf(spot, spot.prefix.lastIndexOf(',') + 1);
  return [...ruleIds()]
    .filter((id) => !used.has(id))
    .map((id) => ({
      label: id,
      kind: 'rule',
      detail: translated(knownRule(id)?.summary ?? ''),
      topic: { kind: 'rule', name: id },
      range,
    }));
}
