import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { deleteDuplicate, deleteOccluded, keepOne, moveToReverseZone, retargetAddOrDelete } from './delete-fixes.ts';
import { dotInArpa, dotOfOwner, dotOfPointer, dotOfTarget } from './dot-fixes.ts';
import { insertBoth, insertInOtherViews, insertMissing } from './insert-fixes.ts';
import {
  addressToPointer,
  aliasToPointer,
  completeOwner,
  insertMissingAlias,
  orderLabels,
  shortenOwner,
  splitNibbles,
  stripZeros,
} from './owner-fixes.ts';
import {
  retargetFromGeneric,
  retargetOrAddAddress,
  retargetRenamed,
  retargetToCanonical,
  retargetToMailHost,
  retargetToOwners,
  swapTargets,
} from './retarget-fixes.ts';
import { raiseSerial } from './serial-fixes.ts';
import { Subject } from './subject.ts';

/** The mends of each rule that has some, the best one first. */
export const fixesOf: Readonly<Record<string, (subject: Subject) => readonly Fix[]>> = {
  'ptr-missing': insertMissing,
  'ptr-target-no-address': retargetAddOrDelete,
  'ptr-mismatch': retargetOrAddAddress,
  'ptr-crossed': swapTargets,
  'ptr-target-cname': retargetToCanonical,
  'ptr-target-in-arpa': dotInArpa,
  'ptr-target-missing-dot': dotOfPointer,
  'ptr-target-is-address': retargetToOwners,
  'ptr-generic': retargetFromGeneric,
  'ptr-not-mail-host': retargetToMailHost,
  'ptr-multiple': keepOne,
  'ptr-spf-address': insertBoth,
  'ptr-outside-arpa': moveToReverseZone,
  'ptr-one-view': insertInOtherViews,
  'ptr-stale': retargetRenamed,
  'arpa-octet-leading-zero': stripZeros,
  'arpa-label-count': completeOwner,
  'arpa-full-address-owner': shortenOwner,
  'arpa-octets-swapped': orderLabels,
  'arpa-nibble': splitNibbles,
  'arpa-address-record': addressToPointer,
  'arpa-cname-host': aliasToPointer,
  'arpa-classless-missing-cname': insertMissingAlias,
  'arpa-classless-dangling-cname': insertMissing,
  'arpa-duplicate-zones': deleteOccluded,
  'serial-not-increased': raiseSerial,
  'record-duplicate': deleteDuplicate,
  'target-missing-dot': dotOfTarget,
  'target-repeats-origin': dotOfTarget,
  'origin-missing-dot': dotOfTarget,
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
