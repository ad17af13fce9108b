import { ARPA4_ADDRESS, ARPA6_ADDRESS, type NameId } from '../dns/name-table.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import type { AddressCase } from './address-case.ts';
import { shown } from './pairing.ts';
import { defineRule, type RuleContext } from './rule.ts';

/** 127.0.0.1 and ::1 are localhost, and localhost is nothing else (RFC 6761 section 6.3). */
export const ptrLocalhost = defineRule({
  id: 'ptr-localhost',
  scope: 'address',
  severity: 'warning',
  summary: 'localhost and 127.0.0.1 or ::1 disagree',
  check(address, ctx, report) {
    if (isLoopbackNetwork(address.address, ctx)) {
      if (!isLoopbackHost(address.address, ctx)) return;
      for (const pointer of address.pointers) {
        const fault = pointerFault(pointer, address, ctx);
        if (fault !== undefined)
          report({ at: pointer.at('target'), message: fault, claims: [pointer], data: { address: address.text } });
      }
      return;
    }
    for (const record of address.records) {
      if (!isLocalhost(record.owner, ctx)) continue;
      const loopback = address.isIp6 ? '::1' : '127.0.0.1';
      report({
        at: record.at('rdata'),
        message: `${shown(ctx, record.owner)} has ${address.text}: programs expect ${loopback} behind this name`,
        data: { address: address.text },
      });
    }
  },
});

function pointerFault(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): string | undefined {
  const name = shown(ctx, pointer.data);
  if (pointer.data < 0 || !isLocalhost(pointer.data, ctx))
    return `The PTR record of ${address.text} names ${name}: programs expect localhost`;
  const standing = address.standing(pointer);
  const answer = address.targetAnswer(pointer);
  if (standing === 'mismatch') {
    // An address of another network is told at its record.
    const isTold = answer.kind === 'records' && answer.records.some(({ data }) => !isLoopbackNetwork(data, ctx));
    return isTold ? undefined : `${name} has another address than ${address.text}`;
  }
  // A localhost zone of the other family only is common.
  if (standing === 'no-address' && answer.kind === 'none' && !answer.exists)
    return `${name} does not exist, so ${address.text} and it do not agree`;
  return undefined;
}

function isLocalhost(name: NameId, ctx: RuleContext): boolean {
  return ctx.store.names.labelText(name) === 'localhost';
}

function isLoopbackNetwork(address: NameId, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  if (names.arpaKind(address) === ARPA4_ADDRESS) return names.ip4Of(address) >>> 24 === 127;
  return names.arpaKind(address) === ARPA6_ADDRESS && isLoopbackHost(address, ctx);
}

function isLoopbackHost(address: NameId, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  if (names.arpaKind(address) === ARPA4_ADDRESS) return names.ip4Of(address) === 0x7f000001;
  const [first, second, third, fourth] = names.reverse.ip6Of(address);
  return first === 0 && second === 0 && third === 0 && fourth === 1;
}
