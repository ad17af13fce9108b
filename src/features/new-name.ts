import { parseIp4 } from '../dns/ip4.ts';
import { parseIp6 } from '../dns/ip6.ts';
import { type NameFault, relativeTo } from '../dns/name.ts';
import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { isInUnknownZone, shownName } from '../dns/shown-name.ts';
import type { Refusal } from '../edits/change.ts';
import { phrase } from '../language/phrase.ts';
import { shortened } from '../syntax/token.ts';
import type { Store } from '../workspace/store.ts';
import { NameReader } from '../zone/name-reader.ts';
import type { Row } from './row.ts';

/** What is to be renamed: a name, whether it owns an address, and the row of the word that is renamed. */
export interface OldName {
  readonly name: NameId;
  readonly hasAddress: boolean;
  readonly row: Row;
}

/** The name that a person gives another one, read as a word of its row; why it can't be that, and what to write. */
export function readNewName(store: Store, text: string, old: OldName): NameId | Refusal {
  const { names } = store;
  const { origin } = old.row;
  const why = whyNoName(text);
  if (why !== undefined) return { refused: why };
  const name = new NameReader(names).readText(text, origin, 'utf8');
  if (typeof name !== 'number') return { refused: explained(text, name) };
  if (names.isWildcard(name)) return { refused: phrase`"${text}" would be a wildcard: write the name of a host` };
  if (names.isHostName(old.name) && old.hasAddress && !names.isHostName(name))
    return {
      refused: phrase`"${shortened(text)}" is no name of a host: write letters, digits and hyphens between them`,
    };
  if (names.isAddress(name)) return { refused: phrase`"${text}" would stand for an address: write the name of a host` };
  if (text.endsWith('.')) return name;
  const whole = wholeName(store, text, old.row);
  if (whole !== undefined || !names.isBelowOrAt(old.name, origin)) {
    const short = whole === undefined ? '@' : relativeTo(whole, names.text(origin));
    const dotted = whole === undefined ? phrase`the whole name` : phrase`"${whole}"`;
    const read = shownName(names, name);
    return {
      refused:
        short === '@' || short === whole
          ? phrase`"${text}" would be ${read} here: write ${dotted} with its final dot`
          : phrase`"${text}" would be ${read} here: write "${short}", or ${dotted} with its final dot`,
    };
  }
  return name;
}

/** What a text has that no name of a zone file is written with. */
function whyNoName(text: string): string | undefined {
  if (text === '') return phrase`A name is missing: write one, such as web or web.example.com.`;
  if (text === '@') return phrase`"@" stands for the origin: write a name below it`;
  if (text === '.') return phrase`"." is the root of all names: write the name of a host`;
  if (parseIp4(text) !== undefined || parseIp6(text) !== undefined)
    return phrase`"${text}" is an address: write a name, such as web`;
  const shown = `"${shortened(text)}"`;
  const odd = /^(?:\\.|[^\s\p{Cc}"();\\])*([\s\p{Cc}"();])/u.exec(text)?.[1];
  if (odd === undefined)
    return /\P{ASCII}/u.test(text)
      ? phrase`${shown} has letters beyond ASCII: write the form that DNS has for it, which begins with xn--`
      : undefined;
  if (/[\s\p{Cc}]/u.test(odd))
    return phrase`${shown} has a blank: a name is one word, with hyphens where blanks would be`;
  return phrase`${shown} has a ${odd} that ends a word in zone files: leave it out`;
}

function explained(text: string, { error, offset, length }: NameFault): string {
  const shown = `"${shortened(text)}"`;
  const place = text.slice(offset, offset + length);
  switch (error) {
    case 'label-empty':
      return text.startsWith('.')
        ? phrase`${shown} begins with a dot: write it without`
        : phrase`${shown} has two dots in a row: write one between labels`;
    case 'label-length':
      return phrase`"${shortened(place)}" has ${length} octets: write a label of at most 63`;
    case 'name-length':
      return phrase`${shown} has more than 255 octets with its origin: write a shorter name`;
    case 'escape':
      return phrase`${shown} has the escape "${place}": a backslash takes three digits up to 255, or one other character`;
  }
}

/** The absolute name that was meant where a relative one of several labels ends in its zone's name: its dot is forgotten. */
function wholeName({ names }: Store, text: string, { origin, block }: Row): string | undefined {
  const apex = block.instance.apex === NO_NAME ? origin : block.instance.apex;
  const whole = new NameReader(names).readText(`${text}.`, origin, 'utf8');
  if (typeof whole !== 'number' || names.depth(apex) < 2 || isInUnknownZone(names.text(apex))) return undefined;
  return names.isBelowOrAt(whole, apex) ? names.text(whole) : undefined;
}
