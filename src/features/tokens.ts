import { type NameId, NO_NAME, ROOT } from '../dns/name-table.ts';
import type { Position, Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { fieldsOfRow, namesOfRow, type Row, rangeOfToken, rowsIn } from './row.ts';
import { servedAddress } from './served-address.ts';

/** The types of coloured words; the numbers of the protocol are the places here. */
export const tokenTypes = ['zoneOwner', 'zoneName', 'zoneAddress'] as const;
/** What is said beside the type. */
export const tokenModifiers = ['inherited', 'inZone', 'outOfZone', 'arpa'] as const;

/** A coloured word: what a grammar can't know. */
export interface ColouredWord {
  readonly at: Position;
  readonly length: number;
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: readonly (typeof tokenModifiers)[number][];
}

/** The owners, names and addresses of a range: which are in the zone, which are addresses in arpa form. */
export function colouredWords(ctx: FeatureContext, file: SourceFile, range: Range): ColouredWord[] {
  const words: ColouredWord[] = [];
  for (const row of rowsIn(ctx.engine.store, file, range)) {
    const { index } = row.block;
    const first = row.tokens[0];
    if (row.directive === undefined && !row.owner && first && first.start > 0) {
      // The blank in column 0 stands for the owner above.
      const at = file.document.positionAt(index, first.start);
      if (at.character > 0)
        words.push({ at: { line: at.line, character: 0 }, length: 1, type: 'zoneOwner', modifiers: ['inherited'] });
    }
    words.push(...wordsOfRow(ctx, row));
  }
  return words.sort((a, b) => a.at.line - b.at.line || a.at.character - b.at.character);
}

function wordsOfRow(ctx: FeatureContext, row: Row): ColouredWord[] {
  const { store } = ctx.engine;
  const words: ColouredWord[] = [];
  for (const { token, name } of namesOfRow(store, row)) {
    const { start } = rangeOfToken(row, token);
    const type = token === row.owner ? 'zoneOwner' : 'zoneName';
    words.push({ at: start, length: token.end - token.start, type, modifiers: placeOf(ctx, row, name) });
  }
  for (const { use, token } of fieldsOfRow(row)) {
    const word = row.rdata[token];
    if (!word || (use !== 'ipv4' && use !== 'ipv6')) continue;
    const { start } = rangeOfToken(row, word);
    words.push({ at: start, length: word.end - word.start, type: 'zoneAddress', modifiers: [] });
  }
  return words;
}

function placeOf(ctx: FeatureContext, row: Row, name: NameId): ColouredWord['modifiers'] {
  const { names } = ctx.engine.store;
  const { apex } = row.block.instance;
  if (servedAddress(ctx.engine.context(row.block.instance.view).held, name) !== NO_NAME) return ['arpa'];
  if (apex === NO_NAME || apex === ROOT) return [];
  return [names.isBelowOrAt(name, apex) ? 'inZone' : 'outOfZone'];
}
