import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_MX } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import { SOUND } from '../../zone/draft.ts';
import { isPlainMailHost } from '../facts/sure-hosts.ts';
import type { NameRule } from '../rule.ts';
import type { NameRules } from './name-rules.ts';
import type { ViewContext } from './view-context.ts';

/** What rules that count find at each plain mail domain of a zone below a parent. */
interface Found {
  readonly zone: Zone | undefined;
  readonly parent: NameId;
  /** A name of more labels may have the zone's name twice. */
  readonly mostLabels: number;
  /** The bits of those that find something; undefined where the tables do not tell. */
  readonly bits: number | undefined;
  /** The names that this was found through. */
  readonly watched: readonly NameId[];
}

/**
 * Tells by the tables alone of which mail domains no rule has anything to say but what counts (`NameRule.tell`), and notes that.
 * They are plain mail domains: plain hosts (see `PlainNames`) with nothing below them and one record, a sound MX record that leads
 * to a host with an address that all can reach. What is found at one is found at all of its zone below the same parent.
 */
export class PlainMail {
  readonly #isPassed: boolean;
  readonly #counting: readonly NameRule[];
  /** What was found last, and the host that mail was led to last. */
  #found: Found | undefined;
  #host: NameId = NO_NAME;

  constructor(names: NameRules) {
    const rules = names.ofType(TYPE_MX).map(({ rule }) => rule);
    this.#isPassed = rules.every(({ passesPlainMail, surely }) => passesPlainMail || surely);
    this.#counting = rules.filter(({ passesPlainMail }) => !passesPlainMail);
  }

  /** What was found before counts no more: records may have changed. */
  forget(): void {
    this.#found = undefined;
    this.#host = NO_NAME;
  }

  /** Whether a plain host with one MX record need not be looked at. What rules find at the record is noted then. */
  pass(context: ViewContext, name: NameId, record: RecordId): boolean {
    const { store, held, counted } = context;
    const { names, records } = store;
    if (!this.#isPassed || records.flags[record] !== SOUND || !held.view.index.isLeafOfOne(name)) return false;
    const host = records.data[record] as number;
    if ((host !== this.#host && !isPlainMailHost(host, context)) || held.view.zones.has(name)) return false;
    this.#host = host;
    const { bits, mostLabels, watched } = this.#findAt(context, name, record);
    if (bits === undefined || names.depth(host) > mostLabels) return false;
    if (watched.length > 0) context.begin(name);
    for (let i = 0; i < watched.length; i++) context.watch(watched[i] as NameId);
    counted.clear(record);
    if (bits !== 0) counted.mark(record, bits);
    return true;
  }

  #findAt(context: ViewContext, name: NameId, record: RecordId): Found {
    const { names } = context.store;
    const zone = context.store.blockOf(record)?.instance.zone;
    const parent = names.parent(name);
    let found = this.#found;
    if (!found || found.zone !== zone || found.parent !== parent) {
      context.begin(name);
      const bits = this.#ask(context, name, record);
      const mostLabels = zone ? 2 * names.depth(zone.apex) - 1 : 0;
      found = { zone, parent, mostLabels, bits, watched: context.watchedNames() };
      this.#found = found;
    }
    return found;
  }

  #ask(context: ViewContext, name: NameId, record: RecordId): number | undefined {
    let bits = 0;
    for (const rule of this.#counting) {
      const at = rule.surely?.(context, name, record);
      if (at === undefined) return undefined;
      if (at !== NO_RECORD) bits |= context.counted.bitOf(rule);
    }
    return bits;
  }
}
