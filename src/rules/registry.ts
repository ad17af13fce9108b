import type { Rule } from './rule.ts';

/** All rules. The order is that of precedence: of the findings about one cause the first one is kept. */
export const registry: readonly Rule[] = [];
