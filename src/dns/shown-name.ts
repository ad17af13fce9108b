import type { NameId, NameTable } from './name-table.ts';

/**
 * A name as it stands in a sentence: whole, without its final dot. Of a file whose zone nobody knows, what is written in
 * the file, `@` for the zone itself.
 */
export function shownName(names: NameTable, name: NameId): string {
  const text = names.text(name);
  const unknown = text.includes(ZERO) ? UNKNOWN_ZONE.exec(text) : undefined;
  if (!unknown) return undotted(text);
  return unknown.index === 0 ? '@' : text.slice(0, unknown.index);
}

/** The text of an absolute name without its final dot, as it stands in a sentence; the root is its dot. */
export function undotted(absoluteName: string): string {
  return absoluteName.length > 1 && absoluteName.endsWith('.') ? absoluteName.slice(0, -1) : absoluteName;
}

/** Whether the text of an absolute name lies under the unknown zone of a file. */
export function isInUnknownZone(text: string): boolean {
  return UNKNOWN_ZONE.test(text);
}

/** The top label that names of a file stand under whose zone nobody knows: one that no zone has, another for each file. */
export function unknownZoneLabel(path: string): string {
  return `\u0000${path.slice(-60)}`.replace(/[^\0-\xff]/g, '?');
}

/** How a zero is escaped, which few names hold. */
const ZERO = '\\000';
const UNKNOWN_ZONE = /(?:^|\.)\\000(?:[^.\\]|\\.)*\.$/;
