import { addressRecordType } from '../../dns/address-kind.ts';
import { addressOfReverseName } from '../../dns/arpa.ts';
import { ip4Text } from '../../dns/ip4.ts';
import { ip6Text } from '../../dns/ip6.ts';
import type { NameId } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_DNAME, TYPE_PTR } from '../../dns/type-codes.ts';
import { laterPhrase, phrase, translated } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import { addressLiteral, mayLeadToAddress } from '../facts/address-literal.ts';
import { misplacedAddress } from '../facts/misplaced-address.ts';
import { isInNetworks, isPaired, shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { moveToReverseZone } from '../fixes/delete-fixes.ts';
import { addressForTarget } from '../fixes/literal-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A PTR of an address in a forward zone, where nobody looks it up. */
export const ptrOutsideArpa = defineRule({
  id: 'ptr-outside-arpa',
  scope: 'name',
  types: [TYPE_PTR],
  severity: 'warning',
  summary: 'PTR record of an address stands outside the reverse tree',
  owners: 'others',
  wants: (ctx, name) =>
    !isInArpa(ctx, name) && (startsWithNumber(ctx.store.names.label(name)) || mayLeadToAddress(ctx, name, TYPE_PTR)),
  check(owner, records, ctx, report) {
    const pointer = records.find((record) => record.type === TYPE_PTR && !ctx.isClaimed(record.id));
    if (!pointer?.zone || !isPaired(pointer.zone, ctx)) return;
    const written = addressLiteral(pointer, ctx);
    if (written !== undefined) {
      report({
        at: pointer.at('target'),
        message: phrase`A PTR record leads from an address to a name: ${written} of ${shown(ctx, owner)} stands in an ${addressRecordType(written)} record`,
        claims: [pointer],
      });
      return;
    }
    const address = spelledAddress(ctx.held.text(owner));
    if (address === undefined || isLedTo(owner, pointer.zone, ctx)) return;
    const meant = misplacedAddress(ctx, pointer);
    if (meant >= 0 && isInNetworks(ctx.store.names, meant, ctx.settings.externalNetworks)) return;
    // Bare octets may be what aliases of a reverse zone that is not held lead to (RFC 2317 section 5.2).
    const isForward = meant >= 0 && ctx.held.text(owner).startsWith(`${ctx.held.addressText(meant)}.`);
    if (address === AN_ADDRESS && !isForward && (meant < 0 || !ctx.held.zoneOf(meant))) return;
    report({
      at: pointer.at('owner'),
      message: phrase`${shown(ctx, owner)} lies in ${shown(ctx, pointer.zone.apex)}: the PTR record of ${translated(address)} is looked up in the reverse tree only`,
      claims: records,
      data: { address },
    });
  },
  fixes(finding, ctx) {
    return finding.data ? moveToReverseZone(new Subject(finding, ctx)) : addressForTarget(finding, ctx);
  },
});

/** Whether an alias leads to a name from elsewhere: a CNAME to it, or a DNAME to it or above it. */
function isLedTo(owner: NameId, zone: Zone, { held, store }: RuleContext): boolean {
  if (held.recordsTo(owner, TYPE_CNAME).length > 0) return true;
  for (let node = owner; node >= zone.apex && node > 0; node = store.names.parent(node))
    if (held.recordsTo(node, TYPE_DNAME).length > 0) return true;
  return false;
}

/** Without the tree's name nothing tells in which order the octets stand. */
const AN_ADDRESS = laterPhrase`an address`;

function startsWithNumber(label: Uint8Array): boolean {
  const code = label[0] ?? 0;
  return (code >= 48 && code <= 57) || (label.length === 1 && code >= 97 && code <= 102);
}

/** The address that the first labels of a name spell, for a message; undefined where they spell none. */
function spelledAddress(name: string): string | undefined {
  const octets = /^((?:\d{1,3}\.){4})(in-addr\.arpa\.)?/.exec(name);
  const nibbles = /^((?:[0-9a-f]\.){32})/.exec(name);
  const reverse = octets ? `${octets[1]}in-addr.arpa.` : nibbles ? `${nibbles[1]}ip6.arpa.` : undefined;
  const read = reverse === undefined ? undefined : addressOfReverseName(reverse);
  if (!read) return undefined;
  if (read.family === 6) return ip6Text(read.address);
  return octets?.[2] === undefined ? AN_ADDRESS : ip4Text(read.address);
}
