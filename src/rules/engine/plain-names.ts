import { isForeignName } from '../../dns/foreign-name.ts';
import type { NameId } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CAA, TYPE_TXT } from '../../dns/type-codes.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { Store } from '../../workspace/store.ts';
import { SOUND } from '../../zone/draft.ts';
import type { AddressRule, NameRule } from '../rule.ts';
import type { ViewContext } from './view-context.ts';

/** Types without a name in the rdata, of which sound records say nothing that most rules look at. */
export const SOUND_TYPES: readonly number[] = [TYPE_TXT, TYPE_CAA];

/** The rules that names which may be plain are asked of. */
export interface RulesOfPlainNames {
  /** For names with one address record. */
  readonly hosts: readonly NameRule[];
  /** For names with one record of a type that may be sound. */
  readonly texts: readonly NameRule[];
  /** For reverse names with one confirmed PTR. */
  readonly pairs: readonly NameRule[];
  readonly addresses: readonly AddressRule[];
}

/**
 * Tells by the tables alone of which names no rule has anything to say: in a zone of a million hosts, of nearly all. They
 * are names without records, plain hosts (`NameTable.isPlainHost`, in ASCII) with one address record or one that is sound, and
 * plain pairs: addresses with one name and one confirmed PTR (`ViewContext.confirmedPointer`), of a host that sends no mail, where no classless
 * zone is held. Where no reverse zone is held at all, addresses that send no mail are among them too.
 */
export class PlainNames {
  readonly #passesHosts: boolean;
  readonly #passesTexts: boolean;
  readonly #passesPairs: boolean;
  /** Of the rules that may have something to say of plain pairs, and of those in a network whose names count. */
  readonly #pairFilters: readonly PairFilter[];
  readonly #countingFilters: readonly PairFilter[];

  constructor({ hosts, texts, pairs, addresses }: RulesOfPlainNames) {
    this.#passesHosts = hosts.every((rule) => rule.passesPlainHosts);
    this.#passesTexts = texts.every((rule) => rule.passesSoundTexts);
    this.#passesPairs = pairs.every((rule) => rule.passesPlainPairs);
    const others = addresses.filter((rule) => rule.confirmedToo && rule.passesPlainPairs !== true);
    this.#pairFilters = others.flatMap(({ confirmedToo }) => confirmedToo ?? []);
    this.#countingFilters = others.flatMap((rule) => (rule.passesPlainPairs ? [] : (rule.confirmedToo ?? [])));
  }

  /** The first name of `from` and those behind it that is to be looked at; `to` where there is none before that. */
  pass(context: ViewContext, from: NameId, to: NameId): NameId {
    const { store, held, found, inquiries } = context;
    const { names } = store;
    const { index, explainedZones } = held.view;
    if (!inquiries.isEmpty || explainedZones.size > 0) return from;
    const { networks } = context;
    const knowsPairs = networks.begin(names.count - from);
    const passesPairs = this.#passesPairs && held.view.classlessZones(names).size === 0;
    const passesBare = knowsNothingOfPointers(context);
    for (let name = from; name < to; name++) {
      if (found.has(name)) return name;
      const first = index.firstAt(name);
      if (names.isAddress(name)) {
        const isPassed =
          first >= 0
            ? passesPairs && this.#isPlainPair(context, name, knowsPairs)
            : index.firstTo(name) < 0 || (passesBare && !context.mail.sends(name));
        if (!isPassed) return name;
      } else if (first >= 0 && !this.#isPlainHost(store, name, first)) return name;
    }
    return to;
  }

  /** Whether a name is a plain host, and all it has is one address record, or one that is sound and has no tag. */
  #isPlainHost({ names, records }: Store, name: NameId, first: RecordId): boolean {
    const type = records.type[first] as number;
    const isPassed =
      type === TYPE_A || type === TYPE_AAAA
        ? this.#passesHosts
        : this.#passesTexts && records.flags[first] === SOUND && SOUND_TYPES.includes(type);
    return isPassed && records.nextAt(first) < 0 && names.isPlainHost(name) && !isForeignName(names, name);
  }

  #isPlainPair(context: ViewContext, address: NameId, knowsPairs: boolean): boolean {
    const { held, mail, networks } = context;
    const isKnown = knowsPairs && networks.isPair(address);
    if (!isKnown && !isConfirmedHost(context, address)) return false;
    if (mail.sends(address)) return false;
    const filters = isKnown && networks.isCounting ? this.#countingFilters : this.#pairFilters;
    const pointer = held.view.index.firstAt(address);
    for (const isWorthIt of filters) if (isWorthIt(context, address, pointer)) return false;
    return true;
  }
}

/** Whether nobody here knows a PTR of any address, where there could be one: no reverse zone is held in any view. */
function knowsNothingOfPointers({ store, held: { view } }: ViewContext): boolean {
  return (
    store.views.size === 1 &&
    view.strayLocalhosts.size === 0 &&
    view.outsidePointers.size === 0 &&
    !view.hasReverseZone(store.names)
  );
}

function isConfirmedHost(context: ViewContext, address: NameId): boolean {
  const pointer = context.confirmedPointer(address);
  return pointer >= 0 && context.store.names.isHostName(context.store.records.data[pointer] as number);
}

type PairFilter = NonNullable<AddressRule['confirmedToo']>;
