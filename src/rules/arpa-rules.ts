import type { Rule } from './rule.ts';

/** The shape of reverse zones and of the owners in them; they come before all that is said of the same PTR. */
export const arpaRules: readonly Rule[] = [];
