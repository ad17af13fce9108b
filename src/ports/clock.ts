/** The time of day. */
export interface Clock {
  /** Seconds since 1970, UTC. */
  now(): number;
}
