import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { TYPE_HTTPS, TYPE_SVCB } from '../../dns/type-codes.ts';
import type { Token } from '../../syntax/token.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { SOUND } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import { LastAsked } from './last-asked.ts';
import { isOfPairedZone } from './pairing.ts';

/** The types of service bindings (RFC 9460). */
export const BINDING_TYPES: readonly number[] = [TYPE_SVCB, TYPE_HTTPS];

/** A record of SVCB or HTTPS as written; its words are read when someone asks for what they say. */
export class Binding {
  readonly record: ZoneRecord;
  /** Whether its priority is 0. */
  readonly isAlias: boolean;
  #parameters: readonly Parameter[] | undefined;

  constructor(record: ZoneRecord, { store }: RuleContext) {
    this.record = record;
    const isSound = ((store.records.flags[record.id] as number) & SOUND) !== 0 && record.type === TYPE_HTTPS;
    this.isAlias = !isSound && this.priority === 0;
  }

  get priority(): number {
    return Number(this.record.rdata()[0]?.text);
  }

  /** The host of the service: the owner, where "." is written for it; -1 where nobody knows, or an alias to nowhere. */
  get host(): NameId {
    const { data, owner } = this.record;
    if (data !== ROOT) return data;
    return this.isAlias ? NO_NAME : owner;
  }

  get parameters(): readonly Parameter[] {
    this.#parameters ??= parametersOf(this.record.rdata());
    return this.#parameters;
  }
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
    bindings = records.filter((record) => isBinding(record, ctx)).map((record) => new Binding(record, ctx));
    read.set(records, bindings);
  }
  return bindings.filter(({ record }) => !ctx.isClaimed(record.id));
}

function isBinding(record: ZoneRecord, ctx: RuleContext): boolean {
  if (!BINDING_TYPES.includes(record.type) || record.generated) return false;
  return isOfPairedZone(record, ctx) && ctx.held.answers(record);
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
