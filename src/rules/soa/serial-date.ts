import { isDateSerial } from '../../dns/serial.ts';
import { TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { serialOf } from '../facts/serial-of.ts';
import { defineRule } from '../rule.ts';

/** Years in which serials begin that are meant as dates. */
const FIRST_YEAR = 1990;
const SECONDS_PER_YEAR = 31_556_952;

/** A serial of ten digits that begins like a date, YYYYMMDDnn, and is none (RFC 1912 section 2.2). */
export const serialDate = defineRule({
  id: 'serial-date',
  scope: 'zone',
  severity: 'hint',
  summary: 'Serial looks like a date and is none',
  check(zone, ctx, report) {
    const [soa] = ofType(apexRecords(zone, ctx), TYPE_SOA);
    const serial = soa && serialOf(soa);
    if (!soa || !serial || serial.value < 1_000_000_000 || isDateSerial(serial.value)) return;
    const year = Math.floor(serial.value / 1_000_000);
    if (year < FIRST_YEAR || year > 1970 + ctx.settings.now / SECONDS_PER_YEAR + 1) return;
    const text = String(serial.value);
    report({
      at: soa.at({ rdata: serial.index }),
      message: phrase`Serial ${text} begins like a date, and ${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)} is none: tools that write YYYYMMDDnn count on from it and do not come back to the date`,
    });
  },
});
