import { addressOfReverseName } from '../dns/arpa.ts';
import { ip4Text } from '../dns/ip4.ts';
import { ip6Text } from '../dns/ip6.ts';
import { TYPE_PTR } from '../syntax/header.ts';
import { isPaired, shown } from './pairing.ts';
import { isInArpa } from './pointer-words.ts';
import { defineRule } from './rule.ts';

/** A PTR of an address in a forward zone, where nobody looks it up. */
export const ptrOutsideArpa = defineRule({
  id: 'ptr-outside-arpa',
  scope: 'name',
  types: [TYPE_PTR],
  severity: 'warning',
  summary: 'PTR record of an address stands outside the reverse tree',
  owners: 'others',
  wants: (ctx, name) => !isInArpa(ctx, name) && startsWithNumber(ctx.store.names.label(name)),
  check(owner, records, ctx, report) {
    const pointer = records.find((record) => record.type === TYPE_PTR && !ctx.isClaimed(record.id));
    if (!pointer?.zone || !isPaired(pointer.zone, ctx)) return;
    const address = spelledAddress(ctx.held.text(owner));
    if (address === undefined) return;
    report({
      at: pointer.at('owner'),
      message:
        `${shown(ctx, owner)} lies in ${shown(ctx, pointer.zone.apex)}: ` +
        `the PTR record of ${address} is looked up in the reverse tree only`,
      claims: records,
      data: { address },
    });
  },
});

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
  // Without the tree's name nothing tells in which order the octets stand.
  return octets?.[2] === undefined ? 'an address' : ip4Text(read.address);
}
