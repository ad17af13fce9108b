const MAX_NAME_OCTETS = 255;
const MAX_LABEL_OCTETS = 63;

/**
 * The absolute form of a zone's name in a configuration: lower case, with a final dot; `.` for the root. Undefined
 * where the text is no domain name (RFC 1035 section 2.3.4). Escapes stay as written but for their letter case.
 */
export function absoluteZoneName(text: string): string | undefined {
  if (text === '.') return '.';
  if (text === '' || text.length > MAX_NAME_OCTETS * 4) return undefined;
  let octets = 1;
  let labelOctets = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x2e) {
      if (labelOctets === 0) return undefined;
      octets += labelOctets + 1;
      labelOctets = 0;
      continue;
    }
    if (code <= 0x20 || code === 0x7f || code === 0x22 || code === 0x3b || code === 0x7b || code === 0x7d)
      return undefined;
    if (code === 0x5c) {
      const length = escapeLength(text, index);
      if (length === 0) return undefined;
      index += length - 1;
    }
    labelOctets += code < 0x80 ? 1 : 2;
    if (labelOctets > MAX_LABEL_OCTETS) return undefined;
  }
  if (labelOctets > 0) octets += labelOctets + 1;
  if (octets > MAX_NAME_OCTETS) return undefined;
  const lower = text.toLowerCase();
  return labelOctets > 0 ? `${lower}.` : lower;
}

/** Length of the escape that begins at `index`: 4 for `\DDD`, 2 for `\X`, 0 where nothing follows or DDD passes 255. */
function escapeLength(text: string, index: number): number {
  const next = text.charCodeAt(index + 1);
  if (Number.isNaN(next)) return 0;
  if (next < 0x30 || next > 0x39) return 2;
  const digits = text.slice(index + 1, index + 4);
  return /^[0-9]{3}$/.test(digits) && Number(digits) < 256 ? 4 : 0;
}

/** A zone's name as its configuration writes it, less the final dot: what `%s` stands for. */
export function withoutFinalDot(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name;
}
