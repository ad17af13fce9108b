/** What the manifest of the extension says: the manifest with a key for each text, and the English texts by their keys. */
export interface ManifestTexts {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly english: Readonly<Record<string, string>>;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Properties of the manifest that people read. */
const SHOWN: ReadonlySet<string> = new Set([
  'title',
  'description',
  'markdownDescription',
  'contents',
  'enumItemLabels',
]);
/** A text that has its key already. */
const KEY = /^%([\w.-]+)%$/;
/** A name, and no text. */
const BRAND = 'Zonewright';

/**
 * Puts keys in the place of texts, as VS Code looks them up in package.nls.json. A text that has none yet gets one, so that
 * whoever adds a command writes its title in English and runs `npm run generate`.
 */
export function manifestTexts(
  manifest: Readonly<Record<string, Json>>,
  known: Readonly<Record<string, string>>,
): ManifestTexts {
  const english = new Map<string, string>();
  const keyed = (text: string, path: readonly string[]): string => {
    const key = KEY.exec(text)?.[1] ?? keyOf(path, text);
    english.set(key, KEY.test(text) ? (known[key] ?? '') : text);
    return `%${key}%`;
  };
  const walk = (value: Json, path: readonly string[], isShown: boolean): Json => {
    if (typeof value === 'string') return isShown && value !== BRAND ? keyed(value, path) : value;
    if (isList(value))
      return value.map((item) => walk(item, [...path, nameOf(item)], isShown && typeof item === 'string'));
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(([name, member]) => {
      const isText = SHOWN.has(name) && (typeof member === 'string' || name === 'enumItemLabels');
      return [name, walk(member, [...path, name], isText || (name === 'name' && path[0] === 'views'))];
    });
    return Object.fromEntries(members);
  };
  const contributes = walk(manifest.contributes ?? {}, [], false);
  const capabilities = walk(manifest.capabilities ?? {}, [], false);
  const description = keyed(String(manifest.description), ['description']);
  const sorted = [...english].sort(([a], [b]) => (a < b ? -1 : 1));
  return { manifest: { ...manifest, description, capabilities, contributes }, english: Object.fromEntries(sorted) };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** What an item of a list is called. */
function nameOf(item: Json): string {
  if (typeof item !== 'object' || item === null || isList(item)) return '';
  const { command, id } = item;
  return typeof command === 'string' ? command : typeof id === 'string' ? id : '';
}

/** The key of a text: of a rule its id, of a setting or a command its name; else where it stands and how it begins. */
function keyOf(path: readonly string[], text: string): string {
  const rule = /zonewright\.rules(?:\.|\/properties\/)([\w-]+)\/markdownDescription$/.exec(path.join('/'))?.[1];
  if (rule !== undefined) return `rule.${rule}`;
  const words = path
    .filter((part) => part !== '' && part !== 'properties')
    .map((part) => part.replace(/^zonewright\./, ''));
  const place = words.slice(0, -1).join('.');
  const start =
    text
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.slice(0, 6)
      .join('-') ?? '';
  switch (path[0]) {
    case 'description':
      return 'description';
    case 'commands':
      return `command.${words[1]}`;
    case 'configuration':
      if (path.at(-1) === 'title' || path.includes('enumItemLabels')) return `settings.${start}`;
      return `setting.${words.slice(1, -1).join('.')}`;
    case 'viewsWelcome':
      return `welcome.${start}`;
    case 'walkthroughs':
      return words.join('.');
    default:
      return place === '' ? start : place;
  }
}
