import { labelsOf } from '../../dns/name.ts';
import { type NameId, type NameTable, NO_NAME } from '../../dns/name-table.ts';
import { pointerCandidates } from '../../edits/candidates.ts';
import { type Change, isRefusal, type Refusal } from '../../edits/change.ts';
import { insertAlias, wildcardHidden } from '../../edits/insert-pointer.ts';
import { replaceOwner, replaceToken } from '../../edits/rewrite.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore, writtenUnder } from '../../edits/state-at.ts';
import { TYPE_PTR } from '../../syntax/header.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { Fix } from '../rule.ts';
import { insertionTitle, insertMissing } from './insert-fixes.ts';
import { addressesOf, addressKey, type Subject } from './subject.ts';

/** arpa-octet-leading-zero: the zeros go. */
export function stripZeros(subject: Subject): readonly Fix[] {
  const written = subject.record?.words().owner?.text;
  if (written === undefined) return [];
  const stripped = written.replace(/(^|\.)0+(?=\d)/g, '$1');
  return rewriteTo(subject, nameUnder(subject, stripped));
}

/** arpa-label-count: the whole owner, where the target has exactly one address that the labels fit to. */
export function completeOwner(subject: Subject): readonly Fix[] {
  const labels = relativeLabels(subject);
  const fitting = targetAddresses(subject).filter((address) => {
    const whole = labelsBelowZone(subject, address);
    return isSubsequence(labels, whole) || isSubsequence(whole, labels);
  });
  return fitting.length === 1 ? rewriteTo(subject, fitting[0] ?? NO_NAME) : [];
}

/** arpa-octets-swapped: the target's address in the order of reverse names. */
export function orderLabels(subject: Subject): readonly Fix[] {
  const labels = relativeLabels(subject).sort().join(' ');
  const fitting = targetAddresses(subject).filter(
    (address) => labelsBelowZone(subject, address).sort().join(' ') === labels,
  );
  return fitting.length === 1 ? rewriteTo(subject, fitting[0] ?? NO_NAME) : [];
}

/** arpa-full-address-owner: what the zone's name leaves of the address. */
export function shortenOwner(subject: Subject): readonly Fix[] {
  const { record } = subject;
  const zone = record?.zone;
  const written = record?.words().owner?.text;
  if (!record || !zone || written === undefined) return [];
  const { names } = subject.ctx.store;
  const inZone = addressReadings(names, written).filter((address) => names.isBelowOrAt(address, zone.apex));
  const meant = decideByTarget(subject, inZone);
  return meant === undefined ? [] : rewriteTo(subject, meant, true);
}

/** arpa-nibble: labels of several digits apart, in the order that the target's address has; both where nothing tells. */
export function splitNibbles(subject: Subject): readonly Fix[] {
  const labels = relativeLabels(subject);
  const orders = [labels.flatMap((label) => [...label]), labels.flatMap((label) => [...label].reverse())];
  const readings = orders
    .map((nibbles) => nameUnder(subject, nibbles.join('.')))
    .filter((name) => name !== NO_NAME && subject.ctx.store.names.isAddress(name));
  const meant = decideByTarget(subject, readings);
  return (meant === undefined ? [...new Set(readings)] : [meant]).flatMap((name) => rewriteTo(subject, name));
}

/** arpa-address-record: the A or AAAA becomes a PTR to a name that has the address. */
export function addressToPointer(subject: Subject): readonly Fix[] {
  const { ctx, record } = subject;
  const words = record?.words();
  const rdata = words?.rdata[0];
  if (!record || !words || !rdata || record.generated || words.rdata.length !== 1) return [];
  const { names } = ctx.store;
  const address = names.isAddress(record.owner) ? record.owner : subject.address;
  if (ctx.held.recordsAt(record.owner, TYPE_PTR).length > 0) return [];
  return pointerCandidates(ctx, address).map((name, index) => {
    const changes = [replaceToken(record, words.type, 'PTR'), replaceToken(record, rdata, subject.name(name))];
    const title = `Change "${words.type.text} ${rdata.text}" to "PTR ${subject.name(name)}"`;
    return subject.fix(title, changes, { preferred: index === 0 });
  });
}

/** arpa-cname-host: the alias becomes a PTR. */
export function aliasToPointer(subject: Subject): readonly Fix[] {
  const { record } = subject;
  const type = record?.words().type;
  if (!record || !type || record.generated) return [];
  return [subject.fix(`Change "CNAME" to "PTR": ${subject.name(record.data)}`, [replaceToken(record, type, 'PTR')])];
}

/** arpa-classless-missing-cname: the alias of the address into the child zone that has its PTR. */
export function insertMissingAlias(subject: Subject): readonly Fix[] {
  const { ctx, rows, record } = subject;
  const { names } = ctx.store;
  const address = subject.address;
  const target = record?.type === TYPE_PTR ? record.owner : NO_NAME;
  const zone = address === NO_NAME ? undefined : ctx.held.zoneOf(address);
  if (target === NO_NAME || !zone || !names.isAddress(address) || target === address) return [];
  const insertion = insertAlias(ctx.held, rows, { address, target, zone });
  if (isRefusal(insertion)) return [subject.fix(`Add the CNAME of ${subject.text(address)}`, insertion)];
  return [subject.fix(insertionTitle(subject, insertion), [insertion.change], { preferred: true })];
}

/** arpa-classless-dangling-cname: the PTR in the child zone. */
export const insertBehindAlias = insertMissing;

/** The address that a PTR owner outside the reverse tree spells; -1 where it can't be told. */
export function misplacedAddress(subject: Subject, record: ZoneRecord): NameId {
  const { names } = subject.ctx.store;
  const apex = record.zone?.apex ?? NO_NAME;
  const labels: string[] = [];
  for (let node = record.owner; node > apex && node > 0; node = names.parent(node)) labels.push(names.labelText(node));
  const readings = addressReadings(names, labels.join('.'));
  const meant = decideByTarget(subject, readings);
  if (meant !== undefined) return meant;
  const held = readings.filter((address) => subject.ctx.held.zoneOf(address) !== undefined);
  return held.length === 1 ? (held[0] ?? NO_NAME) : NO_NAME;
}

/** The addresses that a text may mean: forward or reversed, with or without the ending of the reverse tree. */
function addressReadings(names: NameTable, text: string): NameId[] {
  const bare = text
    .toLowerCase()
    .replace(/\.(?:in-addr|ip6)\.arpa\.?$/, '')
    .replace(/\.$/, '');
  const found = new Set<NameId>();
  const add = (address: string): void => {
    const key = addressKey(names, address);
    if (key !== NO_NAME) found.add(key);
  };
  const labels = bare.split('.');
  if (labels.length === 32 && labels.every((label) => /^[0-9a-f]$/.test(label))) {
    for (const nibbles of [[...labels].reverse(), labels]) add(nibbles.join('').replace(/.{4}(?=.)/g, '$&:'));
  } else if (bare.includes(':')) add(bare);
  else {
    const octets = labels.map((label) => label.replace(/^0+(?=\d)/, ''));
    if (bare === text.toLowerCase().replace(/\.$/, '')) add(octets.join('.'));
    add([...octets].reverse().join('.'));
  }
  return [...found];
}

/** The one reading that there is, or the only one that is an address of the target. */
function decideByTarget(subject: Subject, readings: readonly NameId[]): NameId | undefined {
  const distinct = [...new Set(readings)];
  if (distinct.length === 1) return distinct[0];
  const owned = new Set(addressesOf(subject.ctx, subject.record?.data ?? NO_NAME));
  const fitting = distinct.filter((address) => owned.has(address));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The addresses of the PTR's target that lie in the PTR's zone. */
function targetAddresses({ ctx, record }: Subject): NameId[] {
  const apex = record?.zone?.apex;
  if (!record || apex === undefined) return [];
  return addressesOf(ctx, record.data).filter((address) => ctx.store.names.isBelowOrAt(address, apex));
}

/** The labels of the record's owner that stand before its zone's name. */
function relativeLabels(subject: Subject): string[] {
  return subject.record ? labelsBelowZone(subject, subject.record.owner) : [];
}

function labelsBelowZone({ ctx, record }: Subject, name: NameId): string[] {
  const { names } = ctx.store;
  const labels = labelsOf(names.text(name));
  return labels.slice(0, labels.length - names.depth(record?.zone?.apex ?? 0));
}

/** The name that relative labels are below the record's zone; -1 where they are none. */
function nameUnder({ ctx, record }: Subject, relative: string): NameId {
  let name: NameId = record?.zone?.apex ?? NO_NAME;
  for (const label of relative.split('.').reverse())
    if (name !== NO_NAME) name = ctx.store.names.childText(name, label);
  return name;
}

/** Another owner for the record; refused where that one has records already, or where a wildcard would be hidden. */
function rewriteTo(subject: Subject, owner: NameId, isSafe = false): readonly Fix[] {
  const { ctx, record, rows } = subject;
  const written = record?.words().owner?.text;
  if (!record || written === undefined || owner === NO_NAME || owner === record.owner) return [];
  const { origin } = stateBefore(rows, placeOf(record));
  const text = writtenUnder(ctx.store, owner, origin);
  return [
    subject.fix(`Change the owner "${written}" to "${text}"`, ownerChanges(subject, record, owner, text), {
      safe: isSafe,
      preferred: true,
    }),
  ];
}

function ownerChanges(subject: Subject, record: ZoneRecord, owner: NameId, text: string): readonly Change[] | Refusal {
  const { held } = subject.ctx;
  if (held.recordsAt(owner).length > 0) return { refused: `${subject.name(owner)} has records already` };
  const hidden = record.zone && wildcardHidden(held, owner, record.zone);
  return hidden === undefined ? replaceOwner(record, text) : { refused: hidden };
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const label of whole) if (label === part[at]) at++;
  return at === part.length;
}
