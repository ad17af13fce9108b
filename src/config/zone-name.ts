import { nameKey, rootName } from '../dns/name.ts';

/**
 * The canonical form of a zone's name in a configuration: absolute, lower case, escaped as everywhere. A name without
 * final dot is absolute too. Undefined where the text is no domain name; braces are a template's, and no zone has them.
 */
export function absoluteZoneName(text: string): string | undefined {
  return text === '@' || /[{}\ufeff]/.test(text) ? undefined : nameKey(text, rootName);
}

/** A zone's name as its configuration writes it, less the final dot: what `%s` stands for. */
export function withoutFinalDot(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name;
}
