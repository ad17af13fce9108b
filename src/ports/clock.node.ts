import type { Clock } from './clock.ts';

/** The machine's clock; `SOURCE_DATE_EPOCH` stands in its place where it is set, for results that can be repeated. */
export function systemClock(environment: Readonly<Record<string, string | undefined>> = process.env): Clock {
  const fixed = environment.SOURCE_DATE_EPOCH;
  if (fixed !== undefined && /^\d{1,12}$/.test(fixed)) return { now: () => Number(fixed) };
  return { now: () => Math.floor(Date.now() / 1000) };
}
