import { isForeignName } from '../../dns/foreign-name.ts';
import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import {
  TYPE_A,
  TYPE_AAAA,
  TYPE_CAA,
  TYPE_MX,
  TYPE_NSEC,
  TYPE_NSEC3,
  TYPE_PTR,
  TYPE_RRSIG,
  TYPE_TXT,
} from '../../dns/type-codes.ts';
import { isLoopback } from '../../workspace/localhost.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import { bitsOfTypes, hasOwnBit, SOUND, typeBit } from '../../zone/draft.ts';
import type { Filter } from '../facts/unsound-data.ts';
import type { AddressRule, NameRule } from '../rule.ts';
import type { CountedRecords } from './counted-records.ts';
import { always, type NameRules } from './name-rules.ts';
import { PlainDelegations } from './plain-delegations.ts';
import { PlainMail } from './plain-mail.ts';
import type { ViewContext } from './view-context.ts';

/** Types without a name in the rdata, of which sound records say nothing that most rules look at. */
export const SOUND_TYPES: readonly number[] = [TYPE_TXT, TYPE_CAA];

/** The types of the addresses of a plain host, and of what signers add. */
const HOST_BITS = bitsOfTypes([TYPE_A, TYPE_AAAA, TYPE_RRSIG, TYPE_NSEC, TYPE_NSEC3]);

/** Kinds of names: those with several records, and, be they those or not, plain hosts that have nothing but addresses. */
const SEVERAL = 1;
const PLAIN_HOST = 2;
/** Plain delegations, be there several records or not, and names of either kind that are long. */
const PLAIN_DELEGATION = 4;
const LONG = 8;
const KINDS = 16;
/** Names of more labels are long. */
const LABELS_OF_SHORT = 3;

/** The rules that names which may be plain are asked of. */
export interface RulesOfPlainNames {
  /** For names that are no addresses. */
  readonly names: NameRules;
  /** For reverse names with one confirmed PTR. */
  readonly pairs: readonly NameRule[];
  readonly addresses: readonly AddressRule[];
}

/** A filter to ask of names; where tables alone tell at which record its rule finds something, that too, and the rule's bit. */
interface Question {
  readonly wants: Filter;
  readonly surely: NameRule['surely'];
  readonly bit: number;
}

/**
 * Tells by the tables alone of which names no rule has anything to say: in a zone of a million hosts, of nearly all. They
 * are names without records, plain hosts (`NameTable.isPlainHost`, in ASCII) that are short, with one address record or one that is sound, and
 * plain pairs: addresses with one name and one confirmed PTR (`ViewContext.confirmedPointer`), of a host that sends no mail. They
 * are no loopback addresses, and there are none where a classless zone is held or a localhost is astray. Addresses that own
 * nothing and that no held zone lies above are passed too, where they send no mail.
 * Of plain delegations (`PlainDelegations`) no rule is asked that passes them.
 * Of all other names without PTRs the filters of the rules on their types are asked, where all of them have one. What the tables
 * alone tell of those that a rule wants is noted (`NameRule.surely`), and the name passed too.
 */
export class PlainNames {
  readonly #passesHosts: boolean;
  readonly #passesTexts: boolean;
  readonly #passesPairs: boolean;
  /** What to ask of names, by their kind and the bits of their types. */
  readonly #questions = Array.from({ length: KINDS }, () => new Map<number, readonly Question[]>());
  readonly #names: NameRules;
  readonly #mail: PlainMail;
  readonly #delegations = new PlainDelegations();
  /** The name that was looked at last, and which filter wanted it where those before it did not. */
  #asked: NameId = NO_NAME;
  #wanted: Filter | undefined;
  /** Of the rules that may have something to say of plain pairs, and of those in a network whose names count. */
  readonly #pairFilters: readonly PairFilter[];
  readonly #countingFilters: readonly PairFilter[];

  constructor({ names, pairs, addresses }: RulesOfPlainNames) {
    const areAll = (types: readonly number[], passes: (rule: NameRule) => unknown): boolean =>
      types.every((type) => names.ofType(type).every(({ rule }) => passes(rule)));
    this.#names = names;
    this.#mail = new PlainMail(names);
    this.#passesHosts = areAll([TYPE_A, TYPE_AAAA], (rule) => rule.passesPlainHosts);
    this.#passesTexts = areAll(SOUND_TYPES, (rule) => rule.passesSoundTexts);
    this.#passesPairs = pairs.every((rule) => rule.passesPlainPairs);
    const others = addresses.filter((rule) => rule.confirmedToo && rule.passesPlainPairs !== true);
    this.#pairFilters = others.flatMap(({ confirmedToo }) => confirmedToo ?? []);
    this.#countingFilters = others.flatMap((rule) => (rule.passesPlainPairs ? [] : (rule.confirmedToo ?? [])));
  }

  /** The first name of `from` and those behind it that is to be looked at; `to` where there is none before that. */
  pass(context: ViewContext, from: NameId, to: NameId): NameId {
    const { store, held, found, inquiries } = context;
    const { names } = store;
    const { index, explainedZones, strayLocalhosts } = held.view;
    if (!inquiries.isEmpty || explainedZones.size > 0) return from;
    this.#mail.forget();
    const { networks } = context;
    const knowsPairs = networks.begin(names.count - from);
    const passesPairs = this.#passesPairs && strayLocalhosts.size === 0 && held.view.classlessZones(names).size === 0;
    const mayPassBare = mayKnowNothingOfPointers(context);
    const isReverseHeld = held.view.hasReverseZone(names);
    for (let name = from; name < to; name++) {
      if (found.has(name)) return name;
      const first = index.firstAt(name);
      if (names.isAddress(name)) {
        const isPassed =
          first >= 0
            ? passesPairs && this.#isPlainPair(context, name, knowsPairs)
            : index.firstTo(name) < 0 ||
              (mayPassBare && !(isReverseHeld && held.enclosingZone(name)) && !context.mail.sends(name));
        if (!isPassed) return name;
      } else if (first >= 0 && !this.#isPassed(context, name, first)) return name;
    }
    return to;
  }

  /**
   * The first filter that wants the name which `pass` has just stopped at: those before it need not be asked again. Undefined
   * where they were not asked.
   */
  takeWanted(name: NameId): Filter | undefined {
    const wanted = this.#asked === name ? this.#wanted : undefined;
    this.#wanted = undefined;
    return wanted;
  }

  /** Whether a name is a plain host with one address record or one that is sound and has no tag, or no filter wants it. */
  #isPassed(context: ViewContext, name: NameId, first: RecordId): boolean {
    const { names, records } = context.store;
    const type = records.type[first] as number;
    const isHost = names.isPlainHost(name) && !isForeignName(names, name);
    if (isHost && names.depth(name) <= LABELS_OF_SHORT && records.nextAt(first) < 0) {
      if (type === TYPE_A || type === TYPE_AAAA) return this.#passesHosts;
      if (type === TYPE_MX && this.#mail.pass(context, name, first)) return true;
      if (this.#passesTexts && records.flags[first] === SOUND && SOUND_TYPES.includes(type)) return true;
    }
    return this.#isUnwanted(context, name, first, isHost);
  }

  /** Whether no rule on the types of a name's records wants to look at them, as far as filters tell. */
  #isUnwanted(context: ViewContext, name: NameId, first: RecordId, isHost: boolean): boolean {
    const { store, counted } = context;
    const { records } = store;
    let bits = 0;
    for (let id = first; id >= 0; id = records.nextAt(id)) {
      const type = records.type[id] as number;
      // A PTR may speak for an address elsewhere.
      if (!hasOwnBit(type) || type === TYPE_PTR) return false;
      bits |= typeBit(type);
    }
    let kind = records.nextAt(first) >= 0 ? SEVERAL : 0;
    if (isHost && (bits & ~HOST_BITS) === 0) kind += PLAIN_HOST;
    else if (isHost && this.#delegations.isPlain(context, name, first, bits)) kind += PLAIN_DELEGATION;
    if (kind > SEVERAL && store.names.depth(name) > LABELS_OF_SHORT) kind += LONG;
    const questions = this.#questions[kind]?.get(bits) ?? this.#questionsFor(bits, kind, counted);
    context.begin(name);
    if ((bits & counted.types) !== 0) counted.clear(first);
    let firstWanted: Filter | undefined;
    for (const { wants, surely, bit } of questions) {
      if (!wants(context, name, first)) continue;
      firstWanted ??= wants;
      const record = surely?.(context, name, first);
      if (record !== undefined) {
        if (record !== NO_RECORD) counted.mark(record, bit);
        continue;
      }
      this.#asked = name;
      this.#wanted = firstWanted === always ? undefined : firstWanted;
      return false;
    }
    return true;
  }

  #questionsFor(bits: number, kind: number, counted: CountedRecords): readonly Question[] {
    const rules = this.#names
      .ofTypes(bits, true)
      .filter(({ rule }) => (kind & SEVERAL || !rule.isAboutSeveral) && !isPassed(rule, kind));
    const distinct = new Map<unknown, Question>();
    for (const { rule, wants } of rules)
      distinct.set(rule.surely ? rule : wants, { wants, surely: rule.surely, bit: counted.bitOf(rule) });
    const first = distinct.get(always);
    const questions = first ? [first] : [...distinct.values()];
    this.#questions[kind]?.set(bits, questions);
    return questions;
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

function isPassed(rule: NameRule, kind: number): boolean {
  if ((kind & PLAIN_DELEGATION) !== 0 && rule.passesPlainDelegations) return true;
  return kind > SEVERAL && rule.passesPlainHosts !== undefined && (kind < LONG || rule.passesPlainHosts === true);
}

/** Whether nobody here knows a PTR of an address that no held zone lies above. */
function mayKnowNothingOfPointers({ store, held: { view } }: ViewContext): boolean {
  return (
    store.views.size === 1 &&
    view.strayLocalhosts.size === 0 &&
    view.outsidePointers.size === 0 &&
    view.classlessZones(store.names).size === 0
  );
}

/** Whether an address but one of loopback has one name and one confirmed PTR, of a host. */
function isConfirmedHost(context: ViewContext, address: NameId): boolean {
  const { names, records } = context.store;
  const pointer = context.confirmedPointer(address);
  return pointer >= 0 && names.isHostName(records.data[pointer] as number) && !isLoopback(names, address);
}

type PairFilter = NonNullable<AddressRule['confirmedToo']>;
