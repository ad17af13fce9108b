import type { MappedZone } from '../config/mapped-zone.ts';
import { lastSegment } from '../config/path-index.ts';
import { ARPA4_ADDRESS, type NameId, NO_NAME } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { classlessZone } from '../edits/reverse-cut.ts';
import { createReverseZone, zoneStanza } from '../edits/reverse-zone.ts';
import { formatLike } from '../format/new-text.ts';
import { phrase } from '../language/phrase.ts';
import { rangeIn } from '../report/text-lines.ts';
import { pointersStanding } from '../rules/facts/lone-pointer.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Position } from '../text/block.ts';
import type { Held } from '../workspace/held.ts';
import type { SourceFile, Zone } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { addressAt } from './pointer-request.ts';
import { mainInstance } from './row.ts';

/** A reverse zone to be made: its file, and what declares it. */
export interface NewZone {
  readonly zone: string;
  readonly path: string;
  readonly text: string;
  /** The stanza, and where in a configuration it goes; the place is missing where no configuration is held. */
  readonly stanza: string;
  readonly configuration?: { readonly path: string; readonly at: Position };
  readonly delegation?: string;
  /** Of an IPv6 address the networks around it whose reverse zone may be made, the one that this is first. */
  readonly networks?: readonly { readonly network: string; readonly zone: string; readonly count: number }[];
}

/** Prefix lengths that sites are given; an address of IPv6 alone stands for the first one. */
const SITE_LENGTHS = [64, 56, 48] as const;

/** The reverse zone of a network, or of the one around the address at a position; else why there is none. */
export function newReverseZone(
  ctx: FeatureContext,
  file: SourceFile,
  asked: { readonly network?: string; readonly position?: Position },
): NewZone | { readonly refused: string } {
  const instance = mainInstance(ctx.engine.store, file);
  if (!instance) return { refused: phrase`This file is no zone that is known` };
  const context = ctx.engine.context(instance.view);
  const address = asked.position ? addressAt(ctx, file, asked.position) : NO_NAME;
  const network = asked.network ?? context.held.addressText(address);
  if (network === undefined) return { refused: phrase`There is no address here` };
  const held = heldFor(context, network.trim());
  if (held !== undefined) return { refused: held };
  const made = createReverseZone(context, network.trim());
  if ('refused' in made) return made;
  const { zone, path, delegation } = made;
  const text = formatLike(made.text, file.document.source, ctx.settings.format);
  const model = ctx.project.configurations.map.zones.find(({ files }) =>
    files.some((one) => folderOf(one) === folderOf(path)),
  );
  const declared = { zone, file: declaredPath(model, path), indent: unitOf(ctx, model) };
  const stanza = zoneStanza(model?.zone.dialect ?? 'bind', declared);
  const isChosen = asked.network !== undefined || !zone.endsWith('.ip6.arpa');
  return {
    zone,
    path,
    text,
    stanza: model ? stanza.replace(/^(?=.)/gm, indentOf(ctx, model)) : stanza,
    ...(model ? placeFor(ctx, model) : {}),
    ...(delegation === undefined ? {} : { delegation }),
    ...(isChosen ? {} : { networks: networksAround(context, network) }),
  };
}

function networksAround(context: RuleContext, address: string): NonNullable<NewZone['networks']> {
  return SITE_LENGTHS.flatMap((length) => {
    const made = createReverseZone(context, `${address}/${length}`);
    return 'refused' in made ? [] : [{ network: made.network, zone: made.zone, count: made.count }];
  });
}

/** Why the zone around an address is not made: a held one has its PTR, or is for it. Of a network with its length that is not asked. */
function heldFor({ held, store }: RuleContext, network: string): string | undefined {
  const address = store.names.reverse.keyOf(network);
  if (address === NO_NAME) return undefined;
  const [pointer] = pointersStanding(held, address);
  if (pointer?.zone) return phrase`${shownName(store.names, pointer.zone.apex)} is held and has the PTR of ${network}`;
  const zone = reverseZoneFor(held, address);
  return zone && phrase`${shownName(store.names, zone.apex)} is held and is for ${network}: its PTR goes there`;
}

/** The held zone that a PTR of an address goes to: the one that answers, else a classless one whose label covers it. */
function reverseZoneFor(held: Held, address: NameId): Zone | undefined {
  const { names } = held.store;
  const answer = held.pointers(address);
  const answering = answer.kind === 'loop' ? undefined : held.zoneOf(answer.name);
  if (answering || names.arpaKind(address) !== ARPA4_ADDRESS) return answering;
  const octet = names.ip4Of(address) & 255;
  return classlessZone(held, names.parent(address), { first: octet, last: octet });
}

/** The blanks before the model's statement in a view, which stands indented there; none elsewhere. */
function indentOf(ctx: FeatureContext, { zone, config }: MappedZone): string {
  const text = ctx.project.configurations.text(config);
  if (text === undefined || zone.dialect !== 'bind' || zone.view === undefined) return '';
  const lineStart = text.lastIndexOf('\n', zone.range.start - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, zone.range.start))?.[0] ?? '';
}

/** What lines within a statement are indented by: in the model, else in its file; a tab where none is. */
function unitOf(ctx: FeatureContext, model: MappedZone | undefined): string {
  const text = model && ctx.project.configurations.text(model.config);
  if (!model || text === undefined) return '\t';
  const own = indentOf(ctx, model);
  const inside = text.slice(model.zone.range.start, model.zone.range.end);
  // A line of a comment is indented by what is not the file's habit.
  const line = /\n([ \t]+)(?=[\w"])/.exec(inside) ?? /(?:^|\n)([ \t]+)(?=[\w"])/.exec(text);
  return line?.[1]?.slice(line.input === inside ? own.length : 0) || '\t';
}

/** Behind the model's statement, which may stand in a view; on lines of its own. */
function placeFor(ctx: FeatureContext, { zone, config }: MappedZone): Pick<NewZone, 'configuration'> {
  const text = ctx.project.configurations.text(config);
  if (text === undefined) return {};
  const offset = zone.dialect === 'bind' && zone.view !== undefined ? behindLine(text, zone.range.end) : text.length;
  return { configuration: { path: config, at: rangeIn(text, { start: offset, end: offset }).end } };
}

/** The file as the model's is declared: with the same folder before its name. */
function declaredPath(model: MappedZone | undefined, path: string): string {
  const name = lastSegment(path);
  const declared = model?.zone.file;
  return declared === undefined ? name : declared.slice(0, declared.lastIndexOf('/') + 1) + name;
}

function behindLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
