import { isDateSerial } from '../../dns/serial.ts';
import { phrase } from '../../language/phrase.ts';
import { apexSerial } from '../facts/serial-of.ts';
import { defineRule } from '../rule.ts';

/** Years in which serials begin that are meant as dates. */
const FIRST_YEAR = 1990;
/** No date is lower, in whatever order its digits stand. */
const LOWEST = 1_000_000;
const SECONDS_PER_YEAR = 31_556_952;

/** A serial of ten digits that begins like a date, YYYYMMDDnn, and is none (RFC 1912 section 2.2), or a date with the year last. */
export const serialDate = defineRule({
  id: 'serial-date',
  scope: 'zone',
  severity: 'hint',
  summary: 'Serial looks like a date and is none',
  check(zone, ctx, report) {
    const serial = apexSerial(zone, ctx);
    if (!serial || serial.value < LOWEST || isDateSerial(serial.value)) return;
    const at = serial.soa.at({ rdata: serial.index });
    const nextYear = 1970 + ctx.settings.now / SECONDS_PER_YEAR + 1;
    const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= nextYear;
    const written = serial.soa.rdata()[serial.index]?.text ?? '';
    const meant = yearLast(written);
    if (meant && isYear(Math.floor(meant / 1_000_000)))
      report({
        at,
        severity: 'information',
        message: phrase`Serial ${written} is a date with the year last, so later dates can be lower and secondaries do not fetch the zone: meant is YYYYMMDDnn, ${meant}`,
      });
    if (serial.value < 1_000_000_000 || !isYear(Math.floor(serial.value / 1_000_000))) return;
    const text = String(serial.value);
    report({
      at,
      message: phrase`Serial ${text} begins like a date, and ${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)} is none: tools that write YYYYMMDDnn count on from it and do not come back to the date`,
    });
  },
});

/** The serial that is meant by DDMMYYYY or MMDDYYYY, with a number of two digits behind it or none; undefined for others. */
function yearLast(written: string): number | undefined {
  const [, one, other, year, count = '00'] = /^(\d\d)(\d\d)(\d{4})(\d\d)?$/.exec(written) ?? [];
  return [`${other}${one}`, `${one}${other}`].map((day) => Number(`${year}${day}${count}`)).find(isDateSerial);
}
