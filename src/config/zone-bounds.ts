/** What BIND loads of a zone at most, where its configuration says so; 0 for no bound. */
export interface ZoneBounds {
  /** Of one type (`max-records-per-type`). */
  readonly maxRecordsPerType?: number;
  /** How many types (`max-types-per-name`). */
  readonly maxTypesPerName?: number;
  /** The longest TTL, in seconds (`max-zone-ttl`). */
  readonly maxZoneTtl?: number;
  /** Whether it refuses a zone with names that no host may have (`check-names`), as it does where nothing is said. */
  readonly refusesNames?: boolean;
}

/** The bounds among other settings. */
export function boundsOf({ maxRecordsPerType, maxTypesPerName, maxZoneTtl, refusesNames }: ZoneBounds): ZoneBounds {
  return {
    ...(maxRecordsPerType === undefined ? {} : { maxRecordsPerType }),
    ...(maxTypesPerName === undefined ? {} : { maxTypesPerName }),
    ...(maxZoneTtl === undefined ? {} : { maxZoneTtl }),
    ...(refusesNames === undefined ? {} : { refusesNames }),
  };
}
