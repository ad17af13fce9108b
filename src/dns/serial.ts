const LARGEST = 0xffffffff;

/**
 * How a zone's author counts serials. `auto`: by date where the old serial is one (YYYYMMDDnn), by the clock where it is
 * a past moment in seconds since 1970, else one by one.
 */
export type SerialStyle = 'auto' | 'date' | 'epoch' | 'counter';

/** The moment of a change: the calendar day as YYYYMMDD, and seconds since 1970 for the style `epoch`. */
export interface SerialClock {
  readonly today: number;
  readonly epoch: number;
}

/** A serial as it is written; undefined where that is no number of 32 bits. */
export function readSerial(text: string): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : LARGEST + 1;
  return value > LARGEST ? undefined : value;
}

/**
 * Compares serials as secondaries do (RFC 1982 section 3.2): negative where `a` is the older one, 0 where equal,
 * undefined where they are exactly 2^31 apart, which has no answer.
 */
export function compareSerial(a: number, b: number): number | undefined {
  if (a === b) return 0;
  const ahead = (b - a + 0x100000000) % 0x100000000;
  if (ahead === 0x80000000) return undefined;
  return ahead < 0x80000000 ? -1 : 1;
}

/**
 * The serial after a change, never lower than `old + 1`. With dates: today's 00 where that is higher, or 01 after a day that began with it. Undefined where
 * it would pass 32 bits.
 */
export function nextSerial(old: number, clock: SerialClock, style: SerialStyle = 'auto'): number | undefined {
  const floor = startOf(style, old, clock);
  const next = Math.max(old + 1, floor);
  return next > LARGEST ? undefined : next;
}

/** Whether a serial reads as YYYYMMDDnn with a real date from 1970 to 2199. */
export function isDateSerial(serial: number): boolean {
  return dateOfSerial(serial) !== undefined;
}

/** Whether a serial reads as a moment from September 2001 (ten digits) to now, in seconds since 1970, and as no date. */
export function isEpochSerial(serial: number, clock: SerialClock): boolean {
  return serial >= 1_000_000_000 && serial <= clock.epoch && !isDateSerial(serial);
}

/** The day, as YYYYMMDD, that a serial of the form YYYYMMDDnn names; undefined where it names none. */
export function dateOfSerial(serial: number): number | undefined {
  const day = Math.floor(serial / 100);
  const year = Math.floor(day / 10000);
  const month = Math.floor(day / 100) % 100;
  const date = day % 100;
  if (year < 1970 || year > 2199 || month < 1 || month > 12) return undefined;
  return date >= 1 && date <= daysIn(year, month) ? day : undefined;
}

function startOf(style: SerialStyle, old: number, clock: SerialClock): number {
  switch (style) {
    case 'counter':
      return 0;
    case 'epoch':
      return clock.epoch;
    case 'date':
      return clock.today * 100 + firstOfDay(old);
    case 'auto':
      if (isDateSerial(old)) return clock.today * 100 + firstOfDay(old);
      return isEpochSerial(old, clock) ? clock.epoch : 0;
  }
}

/** The number that a day begins with: 01 where the last day has one change that is numbered so, else 00. */
function firstOfDay(old: number): number {
  return isDateSerial(old) && old % 100 === 1 ? 1 : 0;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
