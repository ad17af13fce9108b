import type { Shown } from './report.ts';

const ORIGIN = 'origin-missing-dot';

/** What reading a file's text found, and what the rules found in it. */
interface ShownInFile {
  readonly faults: readonly Shown[];
  readonly found: readonly Shown[];
}

/**
 * What follows from an origin without its final dot is said at the origin, and once. An SOA that stands below the apex for
 * want of it, or a mail host without PTR record, makes an error of it, unless the settings give it another weight.
 */
export function raisedOrigins(
  { read, faults, found }: ShownInFile & { readonly read: readonly { readonly rule: string }[] },
  isSet: boolean,
): ShownInFile {
  const told = new Map<Shown, Shown[]>();
  const below = found.filter(({ finding, primary }) => finding?.data?.undotted === true && primary);
  for (const item of below.sort((a, b) => a.range.start.line - b.range.start.line)) {
    const { line } = item.range.start;
    const origin = faults.findLast(({ rule, range }) => rule === ORIGIN && range.start.line < line);
    if (origin) told.set(origin, [...(told.get(origin) ?? []), item]);
  }
  // Where a comment silences the origin, nothing is said of what follows from it.
  if (told.size === 0 && read.some(({ rule }) => rule === ORIGIN) && faults.every(({ rule }) => rule !== ORIGIN))
    return { faults, found: found.filter(({ rule, primary }) => rule !== ORIGIN || !primary) };
  if (told.size === 0) return { faults, found };
  const gone = new Set([...told.values()].flat());
  return {
    faults: faults.map((fault) => raised(fault, told.get(fault) ?? [], isSet)),
    found: found.filter((shown) => !gone.has(shown)),
  };
}

function raised(fault: Shown, items: readonly Shown[], isSet: boolean): Shown {
  const [first] = items;
  if (!first) return fault;
  const severity = isSet ? fault.severity : 'error';
  const alike = items.flatMap(({ finding, others = [] }) => [finding, ...others.map((other) => other.finding)]);
  const rest = { severity, alike: alike.filter((finding) => finding !== undefined) };
  if (items.some(({ rule }) => rule === 'soa-not-apex'))
    return { ...fault, ...rest, message: `${fault.message}: servers refuse the zone, as its SOA is not at its apex` };
  const note = first.finding?.data?.note ?? first.message;
  const more = items.length === 1 ? '' : `\n(and ${items.length - 1} more of the mail hosts below it)`;
  return {
    ...fault,
    ...rest,
    message: `${fault.message}: ${note}${more}`,
    related: [...fault.related, ...first.related],
  };
}
