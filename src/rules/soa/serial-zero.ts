import { phrase } from '../../language/phrase.ts';
import { apexSerial } from '../facts/serial-of.ts';
import { defineRule } from '../rule.ts';

/** The serial 0, which some servers take for a zone without one, or refuse to transfer. */
export const serialZero = defineRule({
  id: 'serial-zero',
  scope: 'zone',
  severity: 'off',
  summary: 'Serial is 0',
  check(zone, ctx, report) {
    const serial = apexSerial(zone, ctx);
    if (serial?.value !== 0) return;
    report({
      at: serial.soa.at({ rdata: serial.index }),
      message: phrase`The serial is 0, which some servers and tools take for none: begin with 1, or with the date`,
    });
  },
});
