import type { Colours, TypeRow } from '../src/syntax/rdata/type-row.ts';
import { typeRows } from '../src/syntax/rdata/types.ts';

/** How the rdata of some types is written: the leading fields, and what the rest is made of. */
export interface Layout extends Colours {
  readonly types: readonly string[];
}

/** The rows of types, those of other servers and those of questions, put together by how they are coloured. */
export function layoutsOf(rows: readonly TypeRow[]): readonly Layout[] {
  const groups = new Map<string, { types: string[]; colours: Colours }>();
  const words = rows.map(({ mnemonic, colours }): Word => [mnemonic, colours]);
  for (const [type, colours] of [...words, ...foreign]) {
    const key = JSON.stringify([colours.fields, colours.rest]);
    const group = groups.get(key);
    if (group) group.types.push(type);
    else groups.set(key, { types: [type], colours });
  }
  return [...groups.values()].map(({ types, colours }) => ({ types, ...colours }));
}

type Word = readonly [type: string, colours: Colours];

const any: Colours = { fields: ['any'], rest: 'any' };
/** Types that only other servers know, and those of questions: they have no rows. */
const foreign: readonly Word[] = [
  ...['ALIAS', 'ANAME'].map((type): Word => [type, { fields: ['name'] }]),
  ['CLA', { fields: ['string'], rest: 'string' }],
  ...['DELEG', 'DELEGPARAM'].map((type): Word => [type, { fields: ['parameter'], rest: 'parameter' }]),
  ['LUA', { fields: ['type', 'string'], rest: 'string' }],
  ...['IPN', 'NXNAME', 'DYNA', 'DYNC'].map((type): Word => [type, any]),
  ...['OPT', 'TKEY', 'TSIG', 'MAILA', 'MAILB', 'AXFR', 'IXFR'].map((type): Word => [type, any]),
];

/** A layout for each way of writing rdata. Types that are in none are coloured by the look of their tokens. */
export const layouts: readonly Layout[] = layoutsOf(typeRows());
