import { TYPE_CDNSKEY, TYPE_CDS, TYPE_DNSKEY, TYPE_NSEC3PARAM } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';

/** A record at the zone's name that has to do with its keys. */
export interface SigningRecord<At> {
  readonly type: number;
  /** As `rdataText` gives it. */
  readonly data: string;
  /** Where a fault of it is said. */
  readonly at: At;
}

/** Why BIND refuses a zone for one of these records. */
export interface SigningFault<At> {
  readonly at: At;
  readonly message: string;
}

/** The types of the records that servers hold against each other. */
export const SIGNING_TYPES: readonly number[] = [TYPE_DNSKEY, TYPE_CDS, TYPE_CDNSKEY, TYPE_NSEC3PARAM];

/** Whether a record at the zone's name counts here. */
export function isOfSigning(type: number): boolean {
  return SIGNING_TYPES.includes(type);
}

/** The only hash algorithm of NSEC3 (RFC 5155 section 11). */
const SHA1 = '1';

/**
 * What BIND asks of the records at a zone's name that tell its parent of keys (RFC 7344, RFC 8078): each algorithm has
 * a DNSKEY record, and a record that deletes stands alone. Of NSEC3PARAM records one has an algorithm that is known.
 */
export function signingFaults<At>(records: readonly SigningRecord<At>[]): SigningFault<At>[] {
  const of = (type: number): SigningRecord<At>[] => records.filter((record) => record.type === type);
  const algorithms = new Set(of(TYPE_DNSKEY).map(({ data }) => data.split(' ')[2]));
  const faults = [
    ...keyFaults(of(TYPE_CDS), { name: 'CDS', deletes: '0 0 0 00', field: 1, algorithms }),
    ...keyFaults(of(TYPE_CDNSKEY), { name: 'CDNSKEY', deletes: '0 3 0 AA==', field: 2, algorithms }),
  ];
  const parameters = of(TYPE_NSEC3PARAM);
  const [first] = parameters;
  if (first && !parameters.some(({ data }) => data.split(' ')[0] === SHA1))
    faults.push({
      at: first.at,
      message: phrase`No NSEC3PARAM record has a hash algorithm that is known: BIND refuses the zone`,
    });
  return faults;
}

interface KeySet {
  readonly name: string;
  readonly deletes: string;
  /** Which field is the algorithm. */
  readonly field: number;
  readonly algorithms: ReadonlySet<string | undefined>;
}

function keyFaults<At>(
  records: readonly SigningRecord<At>[],
  { name, deletes, field, algorithms }: KeySet,
): SigningFault<At>[] {
  const isDeleting = records.some(({ data }) => data === deletes);
  const faults: SigningFault<At>[] = [];
  for (const { data, at } of records) {
    if (data === deletes) continue;
    const algorithm = data.split(' ')[field];
    if (isDeleting) faults.push({ at, message: phrase`A ${name} record stands beside one that says to delete all` });
    else if (!algorithms.has(algorithm))
      faults.push({ at, message: phrase`No DNSKEY record has the algorithm ${algorithm} of this ${name} record` });
  }
  return faults;
}
