import { arpaRules } from './arpa-rules.ts';
import { mailRules } from './mail-rules.ts';
import { ptrRules } from './ptr-rules.ts';
import type { Rule } from './rule.ts';
import { textRules } from './text-rules.ts';
import { zoneRules } from './zone-rules.ts';

/** All rules. The order is that of precedence: of the findings about one cause the first one is kept. */
export const registry: readonly Rule[] = [...textRules, ...zoneRules, ...mailRules, ...arpaRules, ...ptrRules];
