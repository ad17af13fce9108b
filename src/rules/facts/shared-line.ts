import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { undotted } from '../../dns/shown-name.ts';
import { TYPE_CNAME } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Answer } from '../../workspace/answer.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { PointerLine, RuleContext } from '../rule.ts';
import { AddressCase, type Standing } from './address-case.ts';
import { addressServedAt } from './lone-pointer.ts';
import type { Verdict, Verdicts } from './memory.ts';
import { isOfPairedZone, isPaired, isTargetPaired } from './pairing.ts';

/**
 * Whether another view reads the line of a PTR too and knows more of it: then what is wrong is said there, once. First
 * comes a view that confirms the PTR, then those that answer for its target, of these the one in which the address sends
 * mail, else has a name, else the one in which the target, or a $GENERATE line of addresses beside that of the PTR, exists.
 */
export function isJudgedElsewhere(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): boolean {
  const { own, others } = verdictsOn(pointer, address, ctx);
  if (!own) return false;
  const { name } = ctx.held.view;
  return others.some(({ view, verdict }) => verdict.rank > own.rank || (verdict.rank === own.rank && view < name));
}

/** Says which view a finding is about, where another one that reads the line of its PTR knows the target otherwise. */
export function viewNote(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): string {
  const { own, others } = verdictsOn(pointer, address, ctx);
  const isDisputed = others.some(({ verdict }) => verdict.standing !== 'unknown' && verdict.target !== own?.target);
  return isDisputed ? ` (${inView(ctx)})` : '';
}

/** Whether the target of a PTR has other addresses in another view that reads the line. */
export function isHostElsewhere(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): boolean {
  return verdictsOn(pointer, address, ctx).others.some(({ verdict }) => verdict.standing === 'mismatch');
}

/** Whether all views that read the line of a PTR know its target: where one does not, the PTR may be right for its clients. */
export function isKnownToAll(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): boolean {
  return verdictsOn(pointer, address, ctx).others.every(({ verdict }) => verdict.standing !== 'unknown');
}

/** A view as it is named in a sentence. */
export function inView({ held }: RuleContext): string {
  return phrase`in the view ${held.view.name || phrase`without a name`}`;
}

/** The other views that read the file of a PTR. */
export function otherReaders(pointer: ZoneRecord, ctx: RuleContext): readonly RuleContext[] {
  const { instances } = pointer.file;
  if (!instances.some(({ view }) => view !== ctx.held.view)) return [];
  return ctx.otherViews().filter(({ held }) => instances.some(({ view, isGuest }) => view === held.view && !isGuest));
}

/**
 * Why a PTR that several views read, or that several addresses are led to, must stay as it is: a view, or one of the other
 * addresses, confirms it, but would not confirm what comes instead (-1: nothing).
 */
export function whyNeeded(
  pointer: ZoneRecord,
  { address, instead }: { readonly address: NameId; readonly instead: NameId },
  ctx: RuleContext,
): string | undefined {
  const led = otherLed(pointer, { address, instead }, ctx);
  if (led !== undefined) return led;
  const others = address === NO_NAME ? [] : otherReaders(pointer, ctx);
  for (const other of others.length > 0 ? [...others, ctx] : []) {
    const found = readIn(other, lineOf(pointer, address));
    if (found?.address.standing(found.pointer) !== 'confirmed') continue;
    const { held } = other;
    if (instead !== NO_NAME && held.leadsTo(held.lookup(instead, found.address.type), address)) continue;
    return phrase`${undotted(held.text(pointer.data))} has ${held.addressText(address)} ${inView(other)}`;
  }
  return undefined;
}

/** Why a PTR is needed by another address, whose own name it has or whose alias leads there too (RFC 2317). */
function otherLed(
  { owner, data }: ZoneRecord,
  { address, instead }: { readonly address: NameId; readonly instead: NameId },
  { held, mail }: RuleContext,
): string | undefined {
  const { names } = held.store;
  const led = held.recordsTo(owner, TYPE_CNAME).filter((alias) => held.answers(alias));
  for (const other of [owner, ...led.map((alias) => alias.owner)]) {
    if (other === address || !names.isAddress(other)) continue;
    const { type } = new AddressCase(held, mail, other);
    if (!held.leadsTo(held.lookup(data, type), other)) continue;
    if (instead !== NO_NAME && held.leadsTo(held.lookup(instead, type), other)) continue;
    return phrase`it is the PTR of ${held.addressText(other)} too, which ${undotted(held.text(data))} has`;
  }
  return undefined;
}

const ALONE: Verdicts = { own: undefined, others: [] };

function verdictsOn(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): Verdicts {
  const readers = address.address < 0 ? [] : otherReaders(pointer, ctx);
  if (readers.length === 0) return ALONE;
  const known = ctx.memory.verdicts;
  const before = known.get(address)?.get(pointer.id);
  if (before) return before;
  const line = lineOf(pointer, address.address);
  const others = readers.flatMap((other) => {
    const verdict = askedOf(other, line, ctx);
    return verdict ? [{ view: other.held.view.name, verdict }] : [];
  });
  const verdicts = others.length === 0 ? ALONE : { own: ownVerdict({ pointer, line }, address, ctx), others };
  known.set(address, (known.get(address) ?? new Map()).set(pointer.id, verdicts));
  return verdicts;
}

/** What is said of a $GENERATE line is said at one PTR and rests on all of them: this view is asked again of each too. */
function ownVerdict(
  { pointer, line }: { readonly pointer: ZoneRecord; readonly line: PointerLine },
  address: AddressCase,
  ctx: RuleContext,
): Verdict | undefined {
  return pointer.generated ? askedOf(ctx, line, ctx) : verdictOn(pointer, address, ctx);
}

function lineOf(pointer: ZoneRecord, address: NameId): PointerLine {
  return { path: pointer.file.path, owner: pointer.owner, target: pointer.data, address };
}

/** The verdict of a view, which may be this one; what is at hand is checked again when it becomes another one. */
function askedOf(other: RuleContext, line: PointerLine, ctx: RuleContext): Verdict | undefined {
  const ask = (): Verdict | undefined => {
    const found = readIn(other, line);
    return found && verdictOn(found.pointer, found.address, other);
  };
  const verdict = ask();
  ctx.inquire(other, { ...line, answer: textOf(verdict), ask: () => textOf(ask()) });
  return verdict;
}

function textOf(verdict: Verdict | undefined): string {
  return verdict ? `${verdict.rank} ${verdict.standing} ${verdict.target}` : '';
}

/** The same line in another view, where it answers there for the same address. */
function readIn(
  { held, mail }: RuleContext,
  line: PointerLine,
): { readonly pointer: ZoneRecord; readonly address: AddressCase } | undefined {
  const owners = [line.address];
  if (!held.store.names.isAddress(line.owner) && addressServedAt(held, line.owner) === line.address)
    owners.push(line.owner);
  for (const owner of owners) {
    const address = new AddressCase(held, mail, line.address, owner);
    if (address.answer.kind !== 'records' || address.answer.wildcard) continue;
    const pointer = address.answer.records.find(
      (record) => record.owner === line.owner && record.data === line.target && record.file.path === line.path,
    );
    if (pointer) return { pointer, address };
  }
  return undefined;
}

/** Undefined where the view has nothing to say of the PTR. */
function verdictOn(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): Verdict | undefined {
  if (!pointer.zone || !isPaired(pointer.zone, ctx) || !isTargetPaired(pointer.data, ctx)) return undefined;
  const standing = address.standing(pointer);
  const answer = address.targetAnswer(pointer);
  const isNamed = address.hasRecord((record) => isOfPairedZone(record, ctx));
  const knowsAddress = address.isMailHost ? 2 : isNamed ? 1 : 0;
  const isThere = answer.kind === 'records' || (answer.kind === 'none' && answer.exists);
  const isOfPair = (ctx.network(pointer.owner).generatedWith(pointer)?.forward ?? []).length > 0;
  const rank = rankOf(standing, answer) * 6 + knowsAddress * 2 + Number(isThere || isOfPair);
  return { standing, rank, target: targetText(answer) };
}

function rankOf(standing: Standing, { aliases }: Answer): number {
  if (standing === 'confirmed') return aliases.length === 0 ? 3 : 2;
  return standing === 'unknown' ? 0 : 1;
}

const LISTED = 16;

function targetText(answer: Answer): string {
  const aliases = answer.aliases.map(({ owner, data }) => `${owner}>${data}`).join();
  switch (answer.kind) {
    case 'records': {
      const data = answer.records.slice(0, LISTED).map((record) => record.data);
      return `${aliases} ${answer.name} ${answer.records.length} ${data.sort().join()}`;
    }
    case 'none':
      return `${aliases} ${answer.name} ${answer.exists ? 'exists' : 'does not exist'}`;
    case 'unknown':
    case 'loop':
      return `${aliases} ${answer.kind}`;
  }
}
