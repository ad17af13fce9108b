import type { NameId } from '../../dns/name-table.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { hasOwnBit, typeBit } from '../../zone/draft.ts';
import type { AddressRule, NameRule, RuleContext } from '../rule.ts';

/** A rule, its filter and its check side by side: asked of millions of names, while rules are objects of many shapes. */
export interface Filtered<R extends NameRule | AddressRule> {
  readonly rule: R;
  readonly wants: (context: RuleContext, name: NameId, record: RecordId) => boolean;
  readonly check: R['check'];
}

/** Name rules: all, those for a name with one record, and those for an address with one name and one confirmed PTR. */
export class NameRules {
  readonly all: readonly Filtered<NameRule>[];
  readonly ofConfirmed: readonly Filtered<NameRule>[];
  readonly #ofType: (readonly Filtered<NameRule>[])[] = [];
  readonly #ofAnyType: readonly Filtered<NameRule>[];
  readonly #ofSureTypes = new Map<number, readonly Filtered<NameRule>[]>();
  readonly #ofTypes = new Map<number, readonly Filtered<NameRule>[]>();

  constructor(rules: readonly NameRule[]) {
    this.all = rules.map((rule) => ({ rule, wants: rule.wants ?? always, check: rule.check }));
    const single = this.all.filter(({ rule }) => !rule.isAboutSeveral);
    this.#ofAnyType = single.filter(({ rule }) => rule.types.length === 0);
    for (const type of new Set(single.flatMap(({ rule }) => rule.types)))
      this.#ofType[type] = single.filter(({ rule }) => rule.types.includes(type) || rule.types.length === 0);
    this.ofConfirmed = this.ofType(TYPE_PTR);
  }

  ofType(type: number): readonly Filtered<NameRule>[] {
    return this.#ofType[type] ?? this.#ofAnyType;
  }

  /** Those that are about a name with records of these types; unless that is sure, also of a type with the same bit. */
  ofTypes(bits: number, isSure: boolean): readonly Filtered<NameRule>[] {
    const known = isSure ? this.#ofSureTypes : this.#ofTypes;
    let rules = known.get(bits);
    if (!rules) {
      const isThere = (type: number): boolean => (typeBit(type) & bits) !== 0 && (!isSure || hasOwnBit(type));
      rules = this.all.filter(({ rule: { types } }) => types.length === 0 || types.some(isThere));
      known.set(bits, rules);
    }
    return rules;
  }
}

/** The filter of a rule without one. */
export const always = (): boolean => true;
