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

/** A typed label with characters beyond ASCII as it stands in the DNS (`xn--`, RFC 5890); undefined where it has none. */
export function asciiLabel(typed: string): string | undefined {
  if (/^[\0-\x7f]*$/.test(typed)) return undefined;
  try {
    const [label = ''] = new URL(`http://${typed}.example`).hostname.split('.');
    return label.startsWith('xn--') ? label : undefined;
  } catch {
    return undefined;
  }
}
