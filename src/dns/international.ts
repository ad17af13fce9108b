/** A name in its text form as a person typed it: octets beyond ASCII that are UTF-8 are characters again. */
export function asTyped(nameText: string): string {
  return nameText.replace(/(?:\\(?:1[2-9]\d|2\d\d))+/g, (octets) => {
    const bytes = Uint8Array.from(octets.slice(1).split('\\'), Number);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return octets;
    }
  });
}

/** A dash that a word processor put in the place of a hyphen, as no label has one (RFC 5892 section 2). */
export const DASH = /(?!-)\p{Pd}/u;

/** A typed label with letters beyond ASCII as it stands in the DNS (`xn--`, RFC 5890); undefined where it has none, or a dash. */
export function asciiLabel(typed: string): string | undefined {
  if (/^[\0-\x7f]*$/.test(typed) || DASH.test(typed)) return undefined;
  try {
    const [label = ''] = new URL(`http://${typed}.example`).hostname.split('.');
    return label.startsWith('xn--') ? label : undefined;
  } catch {
    return undefined;
  }
}
