import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import {
  deleteAliasOrOthers,
  deleteDuplicate,
  keepOne,
  mendMismatch,
  moveToReverseZone,
  retargetAddOrDelete,
} from './delete-fixes.ts';
import { dotInArpa, dotOfOwner, dotOfPointer, dotOfTarget } from './dot-fixes.ts';
import { alignRanges } from './generate-range-fixes.ts';
import { insertBoth, insertInView, insertMissing } from './insert-fixes.ts';
import {
  retargetFromGeneric,
  retargetRenamed,
  retargetToCanonical,
  retargetToMailHost,
  retargetToOwners,
  swapTargets,
} from './retarget-fixes.ts';
import { Subject } from './subject.ts';

/** The mends of the rules that give none themselves, the best one first. */
const fixesOf: Readonly<Record<string, (subject: Subject) => readonly Fix[]>> = {
  'ptr-missing': insertMissing,
  'ptr-target-no-address': retargetAddOrDelete,
  'ptr-mismatch': (subject) =>
    subject.finding.data?.isWildcard === true ? insertMissing(subject) : mendMismatch(subject),
  'ptr-crossed': swapTargets,
  'ptr-target-cname': retargetToCanonical,
  'ptr-target-in-arpa': dotInArpa,
  'ptr-target-missing-dot': dotOfPointer,
  'ptr-target-is-address': retargetToOwners,
  'ptr-generic': retargetFromGeneric,
  'ptr-generate-range': alignRanges,
  'ptr-not-mail-host': retargetToMailHost,
  'ptr-multiple': keepOne,
  'ptr-spf-address': insertBoth,
  'ptr-outside-arpa': moveToReverseZone,
  'ptr-one-view': insertInView,
  'ptr-stale': retargetRenamed,
  'cname-other-data': deleteAliasOrOthers,
  'record-duplicate': deleteDuplicate,
  'target-missing-dot': dotOfTarget,
  'target-repeats-origin': dotOfTarget,
  'owner-repeats-origin': dotOfOwner,
};

/** The mends of a finding, from the texts as they are now, the best one first; one that may not be made says why. */
export function fixesFor(finding: Finding, ctx: RuleContext): readonly Fix[] {
  return fixesOf[finding.rule]?.(new Subject(finding, ctx)) ?? [];
}

/** A rule with its mends; one that gives mends of its own keeps them. */
export function withFixes(rule: Rule): Rule {
  return rule.fixes || !fixesOf[rule.id] ? rule : { ...rule, fixes: fixesFor };
}
