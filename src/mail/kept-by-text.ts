const MOST_KEPT = 256;
const LONGEST_KEPT = 512;

/**
 * What was read of the last texts: the domains of a hosting company have few texts between them, and each is read by many
 * rules.
 */
export function keptByText<T>(read: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return read(text);
    let known = kept.get(text);
    if (known === undefined) {
      known = read(text);
      if (kept.size === MOST_KEPT) kept.clear();
      kept.set(text, known);
    }
    return known;
  };
}
