/** When colours are shown. */
export const colorWords = ['auto', 'always', 'never'] as const;
/** When to colour (`--color`). */
export type ColorWhen = (typeof colorWords)[number];

/** What decides on colours besides the command. */
export interface ColorFacts {
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether colours are shown. What the command says comes first, then FORCE_COLOR, then NO_COLOR (no-color.org), each where
 * it is set and not empty; else a terminal that is not dumb has them. FORCE_COLOR=0 switches them off, as in Node.
 */
export function showsColors(when: ColorWhen, { isTerminal, environment }: ColorFacts): boolean {
  if (when !== 'auto') return when === 'always';
  const { FORCE_COLOR = '', NO_COLOR = '', TERM } = environment;
  if (FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && NO_COLOR === '' && TERM !== 'dumb';
}
