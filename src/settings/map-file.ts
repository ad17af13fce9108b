import { isJsonList, isJsonObject, parseJson } from './settings-json.ts';

/** A change of the text of `zonewright.json`: what is put in at an offset. */
export interface SettingsInsertion {
  readonly offset: number;
  readonly text: string;
}

/**
 * What says in `zonewright.json` that a file is a zone. `text` is the file's as it is, undefined where there is none.
 * Undefined where the text can't be read, so that nobody's settings are spoiled.
 */
export function mapFile(
  text: string | undefined,
  entry: { readonly file: string; readonly origin: string },
): SettingsInsertion | undefined {
  const item = `{ "file": ${JSON.stringify(entry.file)}, "origin": ${JSON.stringify(entry.origin)} }`;
  const zones = `"zones": [\n    ${item}\n  ]`;
  if (text === undefined || text.trim() === '') return { offset: text?.length ?? 0, text: `{\n  ${zones}\n}\n` };
  const { node } = parseJson(text);
  if (!node || !isJsonObject(node.value)) return undefined;
  const known = node.value.members.find(({ key }) => key === 'zones')?.node;
  if (!known) {
    const isEmpty = node.value.members.length === 0;
    return { offset: node.start + 1, text: isEmpty ? `\n  ${zones}\n` : `\n  ${zones},` };
  }
  if (!isJsonList(known.value)) return undefined;
  const last = known.value.at(-1);
  if (!last) return { offset: known.start + 1, text: `\n    ${item}\n  ` };
  return { offset: last.end, text: `,\n    ${item}` };
}
