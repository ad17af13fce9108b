import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { undotted } from '../../dns/shown-name.ts';
import type { Change, Refusal } from '../../edits/change.ts';
import { plan } from '../../edits/plan.ts';
import type { Rows } from '../../edits/rows.ts';
import type { Token } from '../../syntax/token.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { addressServedAt } from '../facts/lone-pointer.ts';
import type { Finding, Fix, RuleContext } from '../rule.ts';

/** What a fix is made of: the finding, where it was found, and the texts as they are now. */
export class Subject {
  readonly finding: Finding;
  readonly ctx: RuleContext;
  readonly rows: Rows;

  constructor(finding: Finding, ctx: RuleContext) {
    this.finding = finding;
    this.ctx = ctx;
    this.rows = ctx.rows;
  }

  /** The record at the finding's place. */
  get record(): ZoneRecord | undefined {
    const { at } = this.finding;
    return at.kind === 'record' ? new ZoneRecord(this.ctx.store, at.record) : undefined;
  }

  /** The word at the finding's place. */
  get token(): Token | undefined {
    const { at } = this.finding;
    const words = this.record?.words();
    if (at.kind !== 'record' || !words) return undefined;
    const { owner, ttl, type, rdata } = words;
    if (typeof at.part === 'object') return rdata[at.part.rdata];
    const only = rdata.length === 1 ? rdata[0] : undefined;
    return { owner, ttl, type, target: rdata.at(-1), rdata: only, record: undefined }[at.part];
  }

  /** The address that the finding is about; -1 where it is about none. */
  get address(): NameId {
    const { key } = this.finding;
    const { names } = this.ctx.store;
    if (names.isAddress(key)) return key;
    const text = this.finding.data?.address;
    const told = typeof text === 'string' ? names.reverse.keyOf(text) : NO_NAME;
    return told === NO_NAME ? addressServedAt(this.ctx.held, key) : told;
  }

  /** A number that the rule gave with the finding. */
  number(name: string, otherwise: number): number {
    const value = this.finding.data?.[name];
    return typeof value === 'number' ? value : otherwise;
  }

  /** A fix, with the serials of the zones it changes. */
  fix(
    title: string,
    changes: readonly Change[] | Refusal,
    how: { readonly safe?: boolean; readonly preferred?: boolean } = {},
  ): Fix {
    return plan(this.ctx, { title, changes, ...how });
  }

  /** An address as people write it. */
  text(address: NameId): string {
    return this.ctx.held.addressText(address) ?? this.name(address);
  }

  /** What the rdata of a generated record holds: an address or a name; empty where it is neither. */
  dataText({ data, isAddress }: ZoneRecord): string {
    if (data === NO_NAME) return '';
    return isAddress ? this.text(data) : this.name(data);
  }

  /** A name as it stands in a zone file: absolute, with its final dot. */
  name(name: NameId): string {
    return this.ctx.held.text(name);
  }

  /** A zone's name as people write it. */
  zoneName(apex: NameId): string {
    return undotted(this.name(apex));
  }
}

/** Words in a title: blanks and tabs as one blank. */
export function inTitle(line: string): string {
  return line.trim().replace(/[ \t]+/g, ' ');
}
