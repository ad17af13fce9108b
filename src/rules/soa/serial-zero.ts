import { TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { serialOf } from '../facts/serial-of.ts';
import { defineRule } from '../rule.ts';

/** The serial 0, which some servers take for a zone without one, or refuse to transfer. */
export const serialZero = defineRule({
  id: 'serial-zero',
  scope: 'zone',
  severity: 'off',
  summary: 'Serial is 0',
  check(zone, ctx, report) {
    const [soa] = ofType(apexRecords(zone, ctx), TYPE_SOA);
    const serial = soa && serialOf(soa);
    if (!soa || serial?.value !== 0) return;
    report({
      at: soa.at({ rdata: serial.index }),
      message: phrase`The serial is 0, which some servers and tools take for none: begin with 1, or with the date`,
    });
  },
});
