import type { Shown } from './report.ts';

const ORIGIN = 'origin-missing-dot';

/** What reading a file's text found, and what the rules found in it. */
interface ShownInFile {
  readonly faults: readonly Shown[];
  readonly found: readonly Shown[];
}

/**
 * An SOA that stands below the apex for want of an origin's final dot is said at the origin, and once: it makes an error of
 * that, unless the settings give it another weight.
 */
export function soaToldAtOrigin({ faults, found }: ShownInFile, isSet: boolean): ShownInFile {
  const told = new Set<Shown>();
  const refused = new Set<Shown>();
  for (const soa of found) {
    if (soa.rule !== 'soa-not-apex' || soa.finding?.data?.undotted !== true) continue;
    const { line } = soa.range.start;
    const origin = faults.findLast(({ rule, range }) => rule === ORIGIN && range.start.line < line);
    if (!origin) continue;
    told.add(soa);
    refused.add(origin);
  }
  if (told.size === 0) return { faults, found };
  return {
    faults: faults.map((fault) => (refused.has(fault) ? refusal(fault, isSet) : fault)),
    found: found.filter((shown) => !told.has(shown)),
  };
}

function refusal(fault: Shown, isSet: boolean): Shown {
  const message = `${fault.message}: servers refuse the zone, as its SOA is not at its apex`;
  return { ...fault, message, severity: isSet ? fault.severity : 'error' };
}
