import type { Level } from '../rules/rule.ts';
import { isJsonObject, type JsonObject, parseJson } from './settings-json.ts';

/** A change of the text of `zonewright.json`: what takes the place of a stretch; offsets are UTF-16 and half-open. */
export interface SettingsChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What gives a rule a severity in `zonewright.json`. `text` is the file's as it is, undefined where there is none.
 * Undefined where the text can't be read, so that nobody's settings are spoiled.
 */
export function setRule(text: string | undefined, rule: string, level: Level): SettingsChange | undefined {
  const member = `${JSON.stringify(rule)}: ${JSON.stringify(level)}`;
  const rules = `"rules": {\n    ${member}\n  }`;
  if (text === undefined || text.trim() === '') {
    const at = text?.length ?? 0;
    return { start: at, end: at, text: `{\n  ${rules}\n}\n` };
  }
  const { node } = parseJson(text);
  if (!node || !isJsonObject(node.value)) return undefined;
  const flat = node.value.members.findLast(({ key }) => key === `rules.${rule}`);
  if (flat) return { start: flat.node.start, end: flat.node.end, text: JSON.stringify(level) };
  const known = node.value.members.findLast(({ key }) => key === 'rules')?.node;
  if (!known) return insertion(node.value, { start: node.start, text: rules, indent: '  ' });
  if (!isJsonObject(known.value)) return undefined;
  const set = known.value.members.findLast(({ key }) => key === rule);
  if (set) return { start: set.node.start, end: set.node.end, text: JSON.stringify(level) };
  return insertion(known.value, { start: known.start, text: member, indent: '    ' });
}

/** A first member of an object. */
function insertion(
  { members }: JsonObject,
  { start, text, indent }: { readonly start: number; readonly text: string; readonly indent: string },
): SettingsChange {
  const at = start + 1;
  const end = members.length === 0 ? `\n${indent.slice(2)}` : ',';
  return { start: at, end: at, text: `\n${indent}${text}${end}` };
}
