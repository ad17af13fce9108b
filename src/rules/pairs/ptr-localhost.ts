import { ARPA4_ADDRESS } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import { isLocalhost, isLoopback } from '../../workspace/localhost.ts';
import { byPlace, ZoneRecord } from '../../workspace/zone-record.ts';
import type { AddressCase } from '../facts/address-case.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** 127.0.0.1 and ::1 are localhost, and localhost is nothing else (RFC 6761 section 6.3). */
export const ptrLocalhost = defineRule({
  id: 'ptr-localhost',
  scope: 'address',
  severity: 'warning',
  summary: 'localhost and 127.0.0.1 or ::1 disagree',
  passesPlainPairs: true,
  confirmedToo({ store: { names, records }, held }, address, pointer) {
    if (isLoopback(names, address)) return true;
    return held.view.strayLocalhosts.size > 0 && isLocalhost(names, records.data[pointer] as number);
  },
  check(address, ctx, report) {
    const { names } = ctx.store;
    if (isLoopback(names, address.address)) {
      if (names.arpaKind(address.address) === ARPA4_ADDRESS && names.ip4Of(address.address) !== LOOPBACK_HOST) return;
      for (const pointer of address.pointers) {
        const fault = pointerFault(pointer, address, ctx);
        if (fault !== undefined)
          report({ at: pointer.at('target'), message: fault, claims: [pointer], data: { address: address.text } });
      }
      return;
    }
    for (const record of straysWith(address, ctx)) {
      const loopback = address.isIp6 ? '::1' : '127.0.0.1';
      report({
        at: record.at('rdata'),
        message: phrase`${shown(ctx, record.owner)} has ${address.text}: programs expect ${loopback} behind this name`,
        data: { address: address.text },
      });
    }
  },
});

/** 127.0.0.1 */
const LOOPBACK_HOST = 0x7f000001;

function pointerFault(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): string | undefined {
  const name = shown(ctx, pointer.data);
  if (pointer.data < 0 || !isLocalhost(ctx.store.names, pointer.data))
    return phrase`The PTR record of ${address.text} names ${name}: programs expect localhost`;
  const standing = address.standing(pointer);
  const answer = address.targetAnswer(pointer);
  if (standing === 'mismatch') {
    // An address of another network is told at its record.
    const isTold = answer.kind === 'records' && answer.records.some(({ data }) => !isLoopback(ctx.store.names, data));
    return isTold ? undefined : phrase`${name} has another address than ${address.text}`;
  }
  // A localhost zone of the other family only is common.
  if (standing === 'no-address' && answer.kind === 'none' && !answer.exists)
    return phrase`${name} does not exist, so ${address.text} and it do not agree`;
  return undefined;
}

/** The records that give the address to a name that is to be localhost alone. */
function straysWith({ address }: AddressCase, { held, store }: RuleContext): ZoneRecord[] {
  const found: ZoneRecord[] = [];
  for (const id of held.view.strayLocalhosts) {
    const record = new ZoneRecord(store, id);
    if (record.data === address && held.answers(record)) found.push(record);
  }
  return found.sort(byPlace);
}
