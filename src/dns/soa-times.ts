/** The timers of an SOA record in seconds. */
export interface SoaTimes {
  readonly refresh: number;
  readonly retry: number;
  readonly expire: number;
  readonly minimum: number;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** The shortest refresh that Zonemaster and nslint take for usual, in seconds. */
export const LEAST_REFRESH = 4 * HOUR;
/** The same of retry. */
export const LEAST_RETRY = HOUR;
/** The same of expire. */
export const LEAST_EXPIRE = 7 * DAY;
/** Tries that secondaries are to have after a refresh before they give the zone up. */
export const LEAST_TRIES = 10;
/** The longest time that is usual to remember that a name is missing, in seconds. */
export const MOST_MINIMUM = DAY;

/** Whether nobody has anything to say of the timers: they are not too short, and work together. */
export function areUsualTimes({ refresh, retry, expire, minimum }: SoaTimes): boolean {
  return (
    refresh >= LEAST_REFRESH &&
    retry >= LEAST_RETRY &&
    refresh >= 2 * retry &&
    expire >= LEAST_EXPIRE &&
    expire >= refresh + LEAST_TRIES * retry &&
    minimum > 0 &&
    minimum <= MOST_MINIMUM
  );
}
