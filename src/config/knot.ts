import { phrase } from '../language/phrase.ts';
import {
  type Configuration,
  type ConfigurationDraft,
  draftConfiguration,
  type Located,
  type SettingsLayer,
  type ZoneSettings,
} from './configuration.ts';
import { type KnotEntry, scanKnot } from './knot-line.ts';
import { absoluteZoneName, withoutFinalDot } from './zone-name.ts';

/** Reads knot.conf or a file that it includes: zones, templates, and the access lists that let updates in. */
export function readKnot(text: string): Configuration {
  const draft = draftConfiguration('knot');
  let section = '';
  let item: Item | undefined;
  for (const entry of scanKnot(text, draft.faults)) {
    if (entry.indent === 0 && !entry.dash) {
      closeItem(draft, item);
      item = undefined;
      section = entry.key;
      if (section === 'include') readInclude(draft, entry);
      continue;
    }
    if (!ITEM_SECTIONS.has(section)) continue;
    if (entry.dash) {
      closeItem(draft, item);
      item = openItem(draft, section, entry);
    } else if (item !== undefined) {
      addToItem(draft, item, entry);
    }
  }
  closeItem(draft, item);
  return draft;
}

interface Item {
  readonly section: string;
  readonly id: Located;
  readonly column: number;
  readonly start: number;
  end: number;
  settings: ZoneSettings;
  template?: Located;
  acceptsUpdates: boolean;
}

const ITEM_SECTIONS = new Map([
  ['zone', 'domain'],
  ['template', 'id'],
  ['acl', 'id'],
]);

function readInclude(draft: ConfigurationDraft, entry: KnotEntry): void {
  const path = firstValue(draft, entry);
  if (path !== undefined) draft.includes.push({ pattern: path.text, range: path.range });
}

/** Knot wants the identifier first. */
function openItem(draft: ConfigurationDraft, section: string, entry: KnotEntry): Item | undefined {
  const identifier = ITEM_SECTIONS.get(section);
  if (entry.key !== identifier) {
    draft.faults.push({
      ...entry.keyRange,
      message: phrase`An item of "${section}" begins with "${identifier}", not "${entry.key}"`,
    });
    return undefined;
  }
  const id = firstValue(draft, entry);
  if (id === undefined) return undefined;
  const { start } = entry.keyRange;
  return { section, id, column: entry.column, start, end: entry.end, settings: {}, acceptsUpdates: false };
}

function addToItem(draft: ConfigurationDraft, item: Item, entry: KnotEntry): void {
  if (entry.column !== item.column) {
    const message = phrase`"${entry.key}" does not begin in the column of the item it belongs to`;
    draft.faults.push({ ...entry.keyRange, message });
  }
  item.end = entry.end;
  if (item.section === 'acl') {
    if (entry.key === 'action')
      item.acceptsUpdates = entry.values.some((value) => value.text.toLowerCase() === 'update');
    return;
  }
  if (entry.key === 'template') {
    const template = firstValue(draft, entry);
    if (template !== undefined) item.template = template;
    return;
  }
  item.settings = { ...item.settings, ...settingsOf(entry) };
}

/** What an entry says of the zone's file; an empty value overrides the template's. */
function settingsOf(entry: KnotEntry): ZoneSettings {
  const value = entry.values[0];
  const text = value?.text.toLowerCase() ?? '';
  switch (entry.key) {
    case 'file':
      return value === undefined ? {} : { file: value };
    case 'storage':
      return value === undefined ? {} : { storage: value.text };
    case 'master':
      return { transferredIn: text !== '' };
    case 'acl':
      return { updateAcls: entry.values.map((acl) => acl.text) };
    case 'dnssec-signing':
      return { signed: text === 'on' || text === 'true' };
    case 'zonefile-sync':
      return { fileWrittenBack: text !== '-1' };
    case 'reverse-generate':
      return { generated: text !== '' };
    case 'catalog-role':
      return { catalog: text === 'interpret' || text === 'generate', generated: text === 'generate' };
    default:
      return {};
  }
}

function closeItem(draft: ConfigurationDraft, item: Item | undefined): void {
  if (item === undefined) return;
  const { id, settings } = item;
  if (item.section === 'acl') {
    if (item.acceptsUpdates) draft.updateAcls.push(id.text);
    return;
  }
  const own: SettingsLayer = { kind: 'settings', settings };
  if (item.section === 'template') {
    draft.templates.push({ name: id.text, nameRange: id.range, layers: [own] });
    return;
  }
  const name = absoluteZoneName(id.text);
  if (name === undefined) {
    draft.faults.push({ ...id.range, message: phrase`"${id.text}" is not a domain name` });
    return;
  }
  const { template, start, end } = item;
  draft.zones.push({
    name,
    writtenName: withoutFinalDot(id.text),
    nameRange: id.range,
    range: { start, end },
    class: 'IN',
    layers: [template === undefined ? IMPLICIT_TEMPLATE : templateLayer(template), own],
  });
}

/** Stands for zones that name no template, where it exists. */
const IMPLICIT_TEMPLATE: SettingsLayer = { kind: 'template', name: 'default' };

function templateLayer(template: Located): SettingsLayer {
  return { kind: 'template', name: template.text, range: template.range };
}

function firstValue(draft: ConfigurationDraft, entry: KnotEntry): Located | undefined {
  const value = entry.values[0];
  if (value === undefined) draft.faults.push({ ...entry.keyRange, message: phrase`"${entry.key}" needs a value` });
  return value;
}
