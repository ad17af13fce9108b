import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { TYPE_HTTPS, TYPE_SVCB } from '../../dns/type-codes.ts';
import type { Token } from '../../syntax/token.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { LastAsked } from './last-asked.ts';
import { isOfPairedZone } from './pairing.ts';

/** The types of service bindings (RFC 9460). */
export const BINDING_TYPES: readonly number[] = [TYPE_SVCB, TYPE_HTTPS];

/** A record of SVCB or HTTPS as written. */
export interface Binding {
  readonly record: ZoneRecord;
  /** 0 for an alias. */
  readonly priority: number;
  /** The host of the service: the owner, where "." is written for it; -1 where nobody knows, or an alias to nowhere. */
  readonly host: NameId;
  readonly parameters: readonly Parameter[];
}

/** A parameter: its word of the rdata and the value, without quotes. */
export interface Parameter {
  readonly key: string;
  readonly value: string;
  readonly place: number;
  readonly token: Token;
  /** Whether key and value are one word, which can be replaced as a whole. */
  readonly isOneWord: boolean;
}

/** The rules at one name are given the same records: their bindings are read once. */
const read = new LastAsked<readonly ZoneRecord[], readonly Binding[]>();

/** The bindings among records that servers answer with and that no earlier finding explains. */
export function bindingsOf(records: readonly ZoneRecord[], ctx: RuleContext): readonly Binding[] {
  let bindings = read.get(records);
  if (!bindings) {
    bindings = records.filter((record) => isBinding(record, ctx)).map(bindingOf);
    read.set(records, bindings);
  }
  return bindings.filter(({ record }) => !ctx.isClaimed(record.id));
}

function isBinding(record: ZoneRecord, ctx: RuleContext): boolean {
  if (!BINDING_TYPES.includes(record.type) || record.generated) return false;
  return isOfPairedZone(record, ctx) && ctx.held.answers(record);
}

function bindingOf(record: ZoneRecord): Binding {
  const { rdata } = record.words();
  const priority = Number(rdata[0]?.text);
  const host = record.data !== ROOT ? record.data : priority === 0 ? NO_NAME : record.owner;
  return { record, priority, host, parameters: parametersOf(rdata) };
}

function parametersOf(rdata: readonly Token[]): readonly Parameter[] {
  return rdata.flatMap((token, place) => {
    const before = rdata[place - 1];
    if (place < 2 || token.quoted) return [];
    const equals = token.text.indexOf('=');
    const key = (equals < 0 ? token.text : token.text.slice(0, equals)).toLowerCase();
    const next = rdata[place + 1];
    const isSplit = equals === token.text.length - 1 && next?.quoted === true && next.start === token.end;
    if (before && before.end > token.start) return [];
    const value = isSplit ? next.text : equals < 0 ? '' : token.text.slice(equals + 1);
    return [{ key, value, place, token, isOneWord: !isSplit }];
  });
}
