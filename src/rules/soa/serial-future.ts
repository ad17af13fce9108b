import { dateOfSerial } from '../../dns/serial.ts';
import { phrase } from '../../language/phrase.ts';
import { apexSerial } from '../facts/serial-of.ts';
import { defineRule } from '../rule.ts';

const DAY = 86_400;

/** A serial that names a day after tomorrow's: the zone can't go back to today's date by itself. */
export const serialFuture = defineRule({
  id: 'serial-future',
  scope: 'zone',
  severity: 'information',
  summary: 'Serial names a day in the future',
  check(zone, ctx, report) {
    const serial = apexSerial(zone, ctx);
    if (!serial) return;
    const day = dateOfSerial(serial.value);
    // It is tomorrow already somewhere.
    if (day === undefined || day <= dayOf(ctx.settings.now + DAY)) return;
    const date = `${Math.floor(day / 10_000)}-${two(Math.floor(day / 100) % 100)}-${two(day % 100)}`;
    report({
      at: serial.soa.at({ rdata: serial.index }),
      message: phrase`Serial ${serial.value} reads as ${date}, which is not yet: to go back to today's date the serial has to be led around (RFC 1982)`,
    });
  },
});

function dayOf(seconds: number): number {
  const date = new Date(seconds * 1000);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
