import { type Mnemonic, typeCode } from '../../dns/types.ts';
import type { FieldKind, FieldUse } from './kinds.ts';

/** One field of a record type: its name, how it is read and shown, and what it means. */
export interface TypeField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly about: string;
}

/** What the grammar takes a word of rdata for; `syntaxes/tokens.ts` has the pattern of each. */
export type Colour =
  | 'number'
  | 'period'
  | 'name'
  | 'string'
  | 'ipv4'
  | 'ipv6'
  | 'suffixOrName'
  | 'gateway'
  | 'hex'
  | 'hexGroups'
  | 'base64'
  | 'mnemonic'
  | 'type'
  | 'typeOrNumber'
  | 'time'
  | 'property'
  | 'parameter'
  | 'location'
  | 'prefix'
  | 'service'
  | 'any';

/** How the grammar colours rdata: the words one by one, and what all words behind them are, where any may follow. */
export interface Colours {
  readonly fields: readonly Colour[];
  readonly rest?: Colour;
}

/** What is known of a record type beside its number and its fields. */
export interface TypeFacts {
  /** The RFC that defines the type; left out where none does. */
  readonly rfc?: string;
  /** What a record says, in some words: for hover, completion and signature help. */
  readonly summary: string;
  /** The place among the types that people write, from 1: completion proposes these first, all others by name. */
  readonly place?: number;
  /** Nothing asks for the type any more, or it never came into use: completion proposes it last. */
  readonly isObsolete?: true;
  /** Its records lead to a name, the first one among its fields, and are known by it. */
  readonly leads?: true;
  /** BIND knows the type in the class IN only. */
  readonly isOnlyInternet?: true;
  /** `generic` types have no form in words but that of RFC 3597; `hidden` ones have one but are shown in that form. */
  readonly form?: 'words' | 'generic' | 'hidden';
  /** Whether these bytes are valid, yet can only be shown in the generic form. */
  readonly isOpaque?: (bytes: string) => boolean;
  /** Where the grammar colours other than the uses of the fields tell. */
  readonly colours?: Colours;
}

/** A record type as a row of fields. */
export interface TypeRow extends TypeFacts {
  readonly code: number;
  readonly mnemonic: Mnemonic;
  readonly rfc: string;
  readonly form: 'words' | 'generic' | 'hidden';
  readonly fields: readonly TypeField[];
  readonly colours: Colours;
}

/** A field as it stands in a row: its name, its kind, and what it means. */
export type Field = readonly [name: string, kind: FieldKind, about: string];

/** Makes the row of a type from what is written of it. */
export function row(mnemonic: Mnemonic, facts: TypeFacts, ...fields: readonly Field[]): TypeRow {
  const named = fields.map(([name, kind, about]) => ({ name, kind, about }));
  const code = typeCode(mnemonic) ?? 0;
  return { rfc: '', form: 'words', colours: coloursOf(named), ...facts, code, mnemonic, fields: named };
}

/** The colours of the fields' uses; the last field may go on to the end. */
function coloursOf(fields: readonly TypeField[]): Colours {
  const colours = fields.map(({ kind }) => (kind.span === 'rest' && kind.use === 'type' ? 'type' : COLOURS[kind.use]));
  const rest = fields.at(-1)?.kind.span === 'rest' ? colours.at(-1) : undefined;
  if (rest === undefined) return { fields: colours };
  return { fields: fields.length === 1 ? colours : colours.slice(0, -1), rest };
}

/** A single type may be a number in old records, those of a bitmap are words. */
const COLOURS: Readonly<Record<FieldUse, Colour>> = {
  number: 'number',
  ttl: 'period',
  host: 'name',
  name: 'name',
  ipv4: 'ipv4',
  ipv6: 'ipv6',
  address: 'gateway',
  string: 'string',
  base64: 'base64',
  hex: 'hex',
  base32: 'base64',
  type: 'typeOrNumber',
  algorithm: 'mnemonic',
  'digest-type': 'mnemonic',
  mnemonic: 'mnemonic',
  time: 'time',
  parameter: 'parameter',
  coordinate: 'location',
  other: 'hexGroups',
};
