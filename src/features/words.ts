import { dateOfSerial } from '../dns/serial.ts';
import { ttlText } from '../dns/ttl.ts';
import { counted, noun, phrase } from '../language/phrase.ts';

const UNITS = [
  [noun`week`, 604800],
  [noun`day`, 86400],
  [noun`hour`, 3600],
  [noun`minute`, 60],
  [noun`second`, 1],
] as const;

/** A time in words: `1 hour 30 minutes`, `0 seconds`. */
export function timeInWords(seconds: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(counted(count, unit));
    rest -= count * size;
  }
  return parts.length === 0 ? phrase`0 seconds` : parts.join(' ');
}

/** A time in words with both ways to write it: `3600 = 1h, 1 hour`. */
export function timeForms(seconds: number): string {
  const short = ttlText(seconds);
  return short === String(seconds)
    ? timeInWords(seconds)
    : phrase`${seconds} seconds = ${short} (${timeInWords(seconds)})`;
}

/** What a serial says: its date and the number of the change that day, the moment of an epoch, or that it counts. */
export function serialInWords(serial: number, now: number): string {
  const day = dateOfSerial(serial);
  if (day !== undefined) {
    const date = `${Math.floor(day / 10000)}-${pad(Math.floor(day / 100) % 100)}-${pad(day % 100)}`;
    const today = dayNumber(now);
    const when = day === today ? phrase`, today` : day > today ? phrase`, in the future` : '';
    return phrase`${date}${when}, change ${serial % 100}`;
  }
  if (serial > 946684800 && serial < now + 366 * 86400)
    return phrase`${new Date(serial * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC, seconds since 1970`;
  return phrase`a counter`;
}

/** A day as YYYYMMDD. */
export function dayNumber(now: number): number {
  return Number(new Date(now * 1000).toISOString().slice(0, 10).replaceAll('-', ''));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
