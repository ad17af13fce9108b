import { parseIp4 } from '../../dns/ip4.ts';
import { parseIp6 } from '../../dns/ip6.ts';
import { holdsOctet } from '../../dns/label-octets.ts';
import type { NameId } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import { mailNote, REFUSED_UNCONFIRMED } from '../facts/mail-note.ts';
import { forwardSide } from '../facts/other-side.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { writtenTarget } from '../facts/pointer-words.ts';
import { retargetToOwners } from '../fixes/retarget-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A PTR that has an address where a name belongs. */
export const ptrTargetIsAddress = defineRule({
  id: 'ptr-target-is-address',
  scope: 'address',
  severity: 'error',
  summary: 'PTR record names an address instead of a host',
  check(address, ctx, report) {
    for (const pointer of ownPointers(address, ctx)) {
      if (!mayBeAddress(pointer.data, ctx)) continue;
      const written = pointer.generated ? ctx.held.text(pointer.data) : writtenTarget(pointer);
      const bare = written.replace(/\.$/, '');
      if (parseIp4(bare) === undefined && parseIp6(bare) === undefined) continue;
      const note = mailNote(address, REFUSED_UNCONFIRMED, ctx);
      report({
        at: pointer.at('target'),
        message: phrase`"${written}" is an address: a PTR record names the host that has ${address.text}${note.text}`,
        claims: [pointer],
        data: { address: address.text },
        ...forwardSide(address, note, ctx),
      });
    }
  },
  fixes: (finding, ctx) => retargetToOwners(new Subject(finding, ctx)),
});

const COLON = 58;

/** Four numbers in front, or a colon: worth reading the text. */
function mayBeAddress(target: NameId, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  if (target < 0) return false;
  if (holdsOctet(names, target, COLON)) return true;
  let node = target;
  for (let octets = 0; octets < 4; octets++) {
    if (node <= 0 || !/^\d{1,3}$/.test(names.labelText(node))) return false;
    node = names.parent(node);
  }
  return true;
}
