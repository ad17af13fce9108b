import { type NameId, type NameTable, NO_NAME, ROOT } from './name-table.ts';

/**
 * A name with a target in the place of one that it is below, or is, as DNAME records substitute it (RFC 6672 section 2.2); -1
 * where that is too long. The root as `end` puts the whole name below the target.
 */
export function substituted(
  names: NameTable,
  name: NameId,
  { end, target }: { readonly end: NameId; readonly target: NameId },
): NameId {
  return nameBelow(names, target, rawLabels(names, name, end));
}

/** A name below another one by the octets of its first labels, given from the left; -1 where it would be too long. */
export function nameBelow(names: NameTable, name: NameId, labels: readonly string[]): NameId {
  return labels.reduceRight((node, label) => (node === NO_NAME ? node : names.childText(node, label)), name);
}

/** The octets of the labels of a name below another one, a character each, its own first. */
export function rawLabels(names: NameTable, name: NameId, end: NameId): string[] {
  const labels: string[] = [];
  for (let node = name; node > ROOT && node !== end; node = names.parent(node))
    labels.push(String.fromCharCode(...names.label(node)));
  return labels;
}
