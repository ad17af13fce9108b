import { NO_NAME } from '../../dns/name-table.ts';
import { shownName } from '../../dns/shown-name.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import type { FeatureContext } from '../context.ts';
import type { Row } from '../row.ts';
import { code } from './code.ts';

/** What a `$GENERATE` line makes: how many records, the first and the last. */
export function explainGenerated(ctx: FeatureContext, row: Row): string[] {
  const { records, names } = ctx.engine.store;
  const line = (id: number | undefined) => {
    if (id === undefined) return '';
    const data = records.data[id] as number;
    const { held } = ctx.engine.context(row.block.instance.view);
    const target = data === NO_NAME ? '' : ` ${held.addressText(data) ?? shownName(names, data)}`;
    return code(`${shownName(names, records.owner[id] as number)} ${typeName(records.type[id] as number)}${target}`);
  };
  const count = row.records.length;
  const [first] = row.records;
  if (first === undefined) return [];
  if (count === 1) return [phrase`Makes one record: ${line(first)}`];
  return [phrase`Makes ${count} records, from ${line(first)} to ${line(row.records.at(-1))}`];
}
