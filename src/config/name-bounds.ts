/** How many records BIND loads at a name, where its configuration says so; 0 for no bound. */
export interface NameBounds {
  /** Of one type (`max-records-per-type`). */
  readonly maxRecordsPerType?: number;
  /** How many types (`max-types-per-name`). */
  readonly maxTypesPerName?: number;
}

/** The bounds among other settings. */
export function boundsOf({ maxRecordsPerType, maxTypesPerName }: NameBounds): NameBounds {
  return {
    ...(maxRecordsPerType === undefined ? {} : { maxRecordsPerType }),
    ...(maxTypesPerName === undefined ? {} : { maxTypesPerName }),
  };
}
