import type { NameId } from '../dns/name-table.ts';
import type { ZoneBaseline } from '../edits/baseline.ts';
import type { Rows } from '../edits/rows.ts';
import type { TextEdit } from '../text/document.ts';
import type { Held } from '../workspace/held.ts';
import type { Instance, InstanceBlock, SourceFile, Zone } from '../workspace/instance.ts';
import type { MailHosts } from '../workspace/mail.ts';
import type { RecordId } from '../workspace/record-table.ts';
import type { Store } from '../workspace/store.ts';
import type { Anchor, ZoneRecord } from '../workspace/zone-record.ts';
import type { AddressCase } from './facts/address-case.ts';
import type { Inquiries } from './facts/inquiries.ts';
import type { Memory } from './facts/memory.ts';
import type { NetworkFacts } from './facts/network-facts.ts';
import type { SeriesByNetwork } from './facts/network-series.ts';
import type { Showing } from './facts/showing.ts';
import type { VerifiedZone } from './facts/verified-zones.ts';

/** How grave a finding is. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
/** What a setting may make of a rule. */
export type Level = Severity | 'off';

/** Another place that a finding speaks of. */
export interface Related {
  readonly at: Anchor;
  readonly message: string;
}

/** What a rule says. */
export interface Report {
  /** The one primary place. */
  readonly at: Anchor;
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** The other side of a pair, where the editor tells of the finding too. */
  readonly counterpart?: Anchor;
  /** What is said there: of its own line, and without the other one's text. The rule's summary where it is left out. */
  readonly counterpartMessage?: string;
  /** How many more of the same there are in the zone, which are not told one by one; no part of the message. */
  readonly more?: number;
  /** Records that this finding explains: later rules say nothing of them (one cause, one finding). */
  readonly claims?: readonly ZoneRecord[];
  /** What a fix needs to know; compared when results are compared, so plain data only. */
  readonly data?: Readonly<Record<string, string | number | boolean | readonly number[]>>;
}

/** What the analysis found, before settings and suppression comments are applied. */
export interface Finding extends Omit<Report, 'claims'> {
  readonly rule: string;
  readonly severity: Severity;
  /** The key that was checked: a name (an address is its reverse name), or a zone's apex. */
  readonly key: NameId;
}

/** A change of one file that a fix makes; ranges are of the text as it is now, and do not overlap. */
export interface FileEdit {
  readonly file: SourceFile;
  readonly edits: readonly TextEdit[];
}

/** A fix. One that may not be made says why and has no edits. */
export interface Fix {
  readonly title: string;
  /** Whether it may be applied without being looked at (fixAll). */
  readonly safe: boolean;
  readonly preferred?: boolean;
  readonly edits: readonly FileEdit[];
  readonly refused?: string;
}

/** A PTR as all views find it that read its file, and the address that it answers for. */
export interface PointerLine {
  readonly path: string;
  readonly owner: NameId;
  readonly target: NameId;
  readonly address: NameId;
}

/** What a view was asked of a PTR, as text, and what it answered. */
export interface PointerInquiry extends PointerLine {
  readonly answer: string;
  readonly ask: () => string;
}

/** What rules ask and say. One context serves a view. */
export interface RuleContext {
  readonly store: Store;
  readonly held: Held;
  readonly mail: MailHosts;
  readonly settings: RuleSettings;
  /** The contexts of the other views. */
  readonly otherViews: () => readonly RuleContext[];
  /** Whether a finding made in this evaluation already explains a record. */
  readonly isClaimed: (record: RecordId) => boolean;
  /** Says that a finding made elsewhere explains a record: later rules say nothing of it in this evaluation. */
  readonly claim: (record: ZoneRecord) => void;
  /** Where a rule that may find the same at many records says at which (`NameRule.tell`). */
  readonly count: (record: RecordId) => void;
  /** Has the name or address at hand checked again when the records of another name change, however far away it is. */
  readonly watch: (name: NameId) => void;
  /** The same when the lines of a block change, of whatever name they are. */
  readonly watchLines: (block: InstanceBlock) => void;
  /**
   * Whether a comment silences a rule at a record. The name or address at hand, or the network or zone that is given, is
   * checked again when one does so no more, or begins to.
   */
  readonly isSilenced: (
    rule: string,
    record: ZoneRecord,
    by?: { readonly network: NameId } | { readonly zone: Zone },
  ) => boolean;
  /** The same of some record of a block. */
  readonly maySilence: (rule: string, block: InstanceBlock, by: { readonly network: NameId }) => boolean;
  /** The rows of all texts as they are now. */
  readonly rows: Rows;
  /** What facts were worked out before. */
  readonly memory: Memory;
  /** The questions that views had of this one. */
  readonly inquiries: Inquiries;
  /**
   * Has the name or address at hand, and the network of the PTR, checked again when a view answers otherwise on a PTR that
   * several read.
   */
  readonly inquire: (other: RuleContext, about: PointerInquiry) => void;
  /** Room for the bytes of a name, for filters that may allocate nothing. */
  readonly bytes: Uint8Array;
  /** Blocks without self-assigned IPv6 addresses, which sweeps pass over. */
  readonly blocksWithoutSelfAssigned: WeakSet<Int32Array>;
  /** The PTRs that only count, by network. */
  readonly series: SeriesByNetwork;
  /** The 256 addresses around one. */
  readonly network: (address: NameId) => NetworkFacts;
  /** The PTR of an address with one name and one PTR that lead to each other and that their zones answer with; else -1. */
  confirmedPointer(address: NameId): RecordId;
  /** The serial of a zone at the last commit or save; undefined where nobody knows. */
  readonly baselineSerial: (zone: Zone) => number | undefined;
}

/** The settings that rules look at; CIDRs as written in the settings. */
export interface RuleSettings {
  readonly externalNetworks: readonly string[];
  readonly pools: readonly string[];
  /** Whether generic names that say they are static are none to speak of; some receivers let them pass. */
  readonly passesStaticNames?: boolean;
  /** Today, for serials and signatures: seconds since 1970. */
  readonly now: number;
  readonly bumpOnFix: boolean;
  /** The serial of a zone at the last commit or save, where that is known. */
  readonly baselineSerial?: (zone: Zone) => number | undefined;
  /** What a zone was at the last commit or save, worked out in slices; undefined where nobody knows. */
  readonly baseline?: (zone: Zone) => Generator<void, ZoneBaseline | undefined>;
  /** What verifying the signatures of a zone's file came to, where a person asked for that and it has not changed since. */
  readonly verified?: (root: Instance) => VerifiedZone | undefined;
  /** Whether all is told of what may be found at a million records, as what is known of them is left out later. */
  readonly tellsAll?: boolean;
  /** Whether a baseline has what a rule finds at a name of a view: it is left out later, so it stands for no other. */
  readonly isKnown?: ((rule: string, view: string, name: string) => boolean) | undefined;
  /** Whether a file with nothing in it is told that only its name makes a zone: it lost its text, and nobody begins to type it. */
  readonly tellsEmpty?: boolean;
  /** What the comments of a file silence; undefined where it has none that do. */
  readonly silencesIn?: (file: SourceFile) => Silences | undefined;
  /** Whether a rule is switched off: an optional rule need not work then. */
  readonly isOff: (rule: string) => boolean;
}

/** Whether comments silence a rule at all records of a block, or at one of them; undefined where they may at some. */
export type Silences = (rule: string, block: InstanceBlock, record?: RecordId) => boolean | undefined;

interface RuleBase extends Showing {
  readonly id: string;
  /** The default; the settings may change it. */
  readonly severity: Level;
  /**
   * Given where servers refuse a zone for the rule's errors: at a line, while they read it, or of the whole zone, which
   * they look at once all of it could be read.
   */
  readonly refused?: 'line' | 'zone';
  /** One line: what it reports. */
  readonly summary: string;
  /** Given where its findings are addresses that lack a PTR record, in their own zone or in a classless one. */
  readonly findsMissingPointers?: true;
  /** The names that a finding may be about together with others: a baseline knows each by itself, however many there are. */
  readonly members?: (finding: Finding, ctx: RuleContext) => readonly NameId[];
  /** The fixes of a finding, from the text as it is now; computed only when asked for. */
  readonly fixes?: (finding: Finding, ctx: RuleContext) => readonly Fix[];
}

/** Tells what a rule found. */
export type Say = (report: Report) => void;

/** Checks an owner name: all records there, in one zone. Runs where a record of one of `types` stands (none: all). */
export interface NameRule extends RuleBase {
  readonly scope: 'name';
  readonly types: readonly number[];
  /** Whether it is about whole reverse names only, or about all other names only. */
  readonly owners?: 'addresses' | 'others';
  // What follows exists for speed, and is measured: without it a check takes a tenth longer (plain hosts, plain pairs), a
  // fifth (several), or twice as long (wants). A test says where one is missing.
  /** Whether it has nothing to say of a name with one record. */
  readonly isAboutSeveral?: true;
  /** Whether it has nothing to say of a plain host that has nothing but addresses, signed or not (see `PlainNames`), or of a short one. */
  readonly passesPlainHosts?: true | 'short';
  /** Whether it has nothing to say of a plain delegation (see `PlainDelegations`); those that pass plain hosts have not either. */
  readonly passesPlainDelegations?: true;
  /** Whether it has nothing to say of a plain pair (see `PlainNames`), where it may have of other confirmed ones. */
  readonly passesPlainPairs?: true;
  /** Whether it has nothing to say of a plain host with one TXT or CAA record that is sound (see `PlainNames`). */
  readonly passesSoundTexts?: true;
  /** Whether it has nothing to say of a plain mail domain (see `PlainMail`). */
  readonly passesPlainMail?: true;
  /** A fast filter by the name and the first of its records, asked before the records are looked at. */
  readonly wants?: (ctx: RuleContext, name: NameId, first: RecordId) => boolean;
  /**
   * For rules with `tell`, of a name that it wants: at which one record it finds something, as the tables alone tell; NO_RECORD
   * where it finds nothing, undefined where they do not tell. Of plain mail domains (see `PlainMail`) in one zone and below
   * one parent it finds the same at all, and watches the same names.
   */
  readonly surely?: (ctx: RuleContext, name: NameId, first: RecordId) => RecordId | undefined;
  readonly check: (name: NameId, records: readonly ZoneRecord[], ctx: RuleContext, report: Say) => void;
  /**
   * Given where it may find the same at a million records: `check` says at which (`RuleContext.count`), and this what there is
   * to say of one. Of a zone the first hundred are told, the last of them with how many more there are. It may ask only for
   * what the record itself says.
   */
  readonly tell?: (record: ZoneRecord, ctx: RuleContext) => Report;
}

/**
 * Checks an address: its A and AAAA records, and the PTR records at its reverse name. Also asked of PTR records below
 * in-addr.arpa and ip6.arpa that stand at no whole address and that none is led to.
 */
export interface AddressRule extends RuleBase {
  readonly scope: 'address';
  /** Given where it is asked also of addresses whose reverse zones others run (the setting `externalNetworks`). */
  readonly ofExternalToo?: true;
  /**
   * Most rules have nothing to say of an address with one name and one confirmed PTR. Where this is given, they are
   * asked there too, if the fast filter says that it is worth it.
   */
  readonly confirmedToo?: (ctx: RuleContext, address: NameId, pointer: RecordId) => boolean;
  /**
   * Whether it has nothing to say of a plain pair (see `PlainNames`), where it may have of other confirmed ones: of none,
   * or of none in a network whose names count with their addresses.
   */
  readonly passesPlainPairs?: true | 'counting';
  readonly check: (address: AddressCase, ctx: RuleContext, report: Say) => void;
  /** What the rule has to say of many addresses of a zone together; runs as a sweep. */
  readonly sweep?: (zone: Zone, ctx: RuleContext, report: Say) => Generator<void, void>;
  /** The same as of a sweep rule. */
  readonly sweptTypes?: readonly number[];
}

/** Checks what stands at a zone's apex. Runs after each change of the zone: it must be cheap. */
export interface ZoneRule extends RuleBase {
  readonly scope: 'zone';
  /** Given where it has nothing to say of zones without a record of any of these types: of those it is not asked. */
  readonly zoneTypes?: readonly number[];
  readonly check: (zone: Zone, ctx: RuleContext, report: Say) => void;
}

/** Checks a whole zone, in slices, when nothing else is to do: each `yield` is a place to stop. */
export interface SweepRule extends RuleBase {
  readonly scope: 'sweep';
  /** Given where it has nothing to say of zones without a record of any of these types: of those it is not asked. */
  readonly sweptTypes?: readonly number[];
  /** Whether it may have something to say of a zone, told without steps: most sweeps have nothing to do in most zones. */
  readonly sweeps?: (zone: Zone, ctx: RuleContext) => boolean;
  readonly check: (zone: Zone, ctx: RuleContext, report: Say) => Generator<void, void>;
}

/** A rule whose findings come with reading the text: the parser reports them. */
export interface TextRule extends RuleBase {
  readonly scope: 'text';
  /** The fixes of what reading found, where they are worked out from the texts as they are now; the others come with it. */
  readonly fixesOfText?: (found: TextFinding, ctx: RuleContext) => readonly Fix[];
}

/** What reading a text found: in which file, and in which view and zone it was read. */
export interface TextFinding {
  readonly file: SourceFile;
  readonly view: string | undefined;
  /** The zone's name, absolute; undefined where the text is read for none. */
  readonly zone: string | undefined;
}

/** A rule of any kind. */
export type Rule = NameRule | AddressRule | ZoneRule | SweepRule | TextRule;

/** Gives a rule literal its type. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}
