const SIGNED = '.signed';

/**
 * The file that dnssec-signzone and ldns-signzone make of a zone file. Where both are there the zone is read from its
 * source: there it is edited, and the product follows.
 */
export function productOf(path: string): string {
  return path + SIGNED;
}

/** The zone file that a signed one is made from, by its name; undefined for all other names. */
export function sourceOf(path: string): string | undefined {
  const source = path.endsWith(SIGNED) ? path.slice(0, -SIGNED.length) : '';
  return source === '' || source.endsWith('/') ? undefined : source;
}
