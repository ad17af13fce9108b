/** What people read, by the English text: `{0}`, `{1}` stand for values. The form of VS Code's bundles (`l10n/*.json`). */
export type Bundle = Readonly<Record<string, string>>;

/** What may stand in a phrase; as in any template, what is undefined reads so. */
type Value = string | number | undefined;

/** A thing that is counted, by the patterns of one and of many: `{0} record`, `{0} records`. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

// A program has one language, as it has one person in front of it: the only state of a module in src. It is set once, when
// the client has said its language; without a bundle nothing is looked up.
let bundle: ReadonlyMap<string, Pattern> | undefined;
let locale = 'en';
let known = new WeakMap<TemplateStringsArray, Pattern>();

/** The texts between places, and which value stands at each place. */
interface Pattern {
  readonly texts: readonly string[];
  readonly places: readonly number[];
}

/** Sets the language of all phrases; English where there is no bundle. */
export function setLanguage(tag: string, translations: Bundle | undefined): void {
  bundle = translations && new Map(Object.entries(translations).map(([key, text]) => [key, patternOf(text)]));
  locale = translations ? tag : 'en';
  known = new WeakMap();
}

/** The tag of the language in which phrases are said (BCP 47). */
export function language(): string {
  return locale;
}

/**
 * A text that a person sees: phrase`No PTR record for ${address}` says it in the language that is set. What scripts read
 * the bundles' keys from is this tag, so that values stand in `${}` and the text beside them is whole sentences.
 */
export function phrase(parts: TemplateStringsArray, ...values: readonly Value[]): string {
  if (bundle !== undefined) return filled(patternFor(parts, bundle), values);
  let text = parts[0] ?? '';
  for (let place = 0; place < values.length; place++) text += `${values[place]}${parts[place + 1]}`;
  return text;
}

/** A text of a table that is made when a module is loaded: English, and marked as one to be `translated` where it is said. */
export function laterPhrase(parts: TemplateStringsArray): string {
  return parts[0] ?? '';
}

/** In the language that is set, a text that `laterPhrase` marked or that stands in a table the bundles are made from. */
export function translated(text: string): string {
  return bundle?.get(text)?.texts[0] ?? text;
}

/** A thing that is counted: noun`record`, noun`address/addresses`. */
export function noun(parts: TemplateStringsArray): Noun {
  const [one = '', many = `${one}s`] = (parts[0] ?? '').split('/');
  return { one: `{0} ${one}`, many: `{0} ${many}` };
}

/** `1 zone`, `3 zones`. */
export function counted(count: number, { one, many }: Noun): string {
  const key = count === 1 ? one : many;
  return filled(bundle?.get(key) ?? patternOf(key), [count]);
}

function patternFor(parts: TemplateStringsArray, translations: ReadonlyMap<string, Pattern>): Pattern {
  const kept = known.get(parts);
  if (kept) return kept;
  const pattern = translations.get(keyOf(parts)) ?? { texts: parts, places: parts.slice(1).map((_, place) => place) };
  known.set(parts, pattern);
  return pattern;
}

/** The key of a template in the bundles. */
export function keyOf(parts: readonly string[]): string {
  return parts.reduce((key, part, place) => `${key}{${place - 1}}${part}`);
}

function patternOf(text: string): Pattern {
  const words = text.split(/\{(\d+)\}/);
  return {
    texts: words.filter((_, place) => place % 2 === 0),
    places: words.filter((_, place) => place % 2 === 1).map(Number),
  };
}

function filled({ texts, places }: Pattern, values: readonly Value[]): string {
  let text = texts[0] ?? '';
  for (let place = 0; place < places.length; place++) text += `${values[places[place] ?? 0] ?? ''}${texts[place + 1]}`;
  return text;
}

/** Half a sentence as the beginning of one. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
