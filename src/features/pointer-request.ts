import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { undotted } from '../dns/shown-name.ts';
import { typeName } from '../dns/types.ts';
import { mayBeTarget, pointerCandidates } from '../edits/candidates.ts';
import { phrase } from '../language/phrase.ts';
import { listedDomains } from '../rules/facts/mail-note.ts';
import { mayHavePointer } from '../rules/facts/pairing.ts';
import type { Position } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { nameAt } from './definition.ts';
import { type Row, wordAt } from './row.ts';
import { servedAddress } from './served-address.ts';
import { timeInWords } from './words.ts';

const USUAL_TTL = 3600;

/** The address that a position is about: that of an A or AAAA record or of a reverse name; -1 where it is none. */
export function addressAt(ctx: FeatureContext, file: SourceFile, position: Position): NameId {
  const { store } = ctx.engine;
  const word = wordAt(store, file, position);
  if (!word) return NO_NAME;
  const { held } = ctx.engine.context(word.row.block.instance.view);
  const address = servedAddress(held, word.token ? nameAt(ctx, word.row, word.token) : NO_NAME);
  return address === NO_NAME ? addressOfRow(ctx, word.row) : address;
}

/**
 * Plain text that asks the owner of a network for a PTR record: the address, the wanted name, the record that confirms
 * it, and the record to add. Undefined where the position is about no address, or about none that a PTR could be for.
 */
export function pointerRequest(ctx: FeatureContext, file: SourceFile, position: Position): string | undefined {
  const { store } = ctx.engine;
  const address = addressAt(ctx, file, position);
  const word = wordAt(store, file, position);
  if (address === NO_NAME || !word || !mayHavePointer(store.names, address)) return undefined;
  const context = ctx.engine.context(word.row.block.instance.view);
  const { held } = context;
  const text = held.addressText(address) ?? '';
  const records = held.addressRecords(address).filter(({ owner }) => mayBeTarget(context, owner));
  const own = records.find((record) => record.owner === word.row.ownerName);
  const name = pointerCandidates(context, address)[0] ?? own?.owner ?? records[0]?.owner;
  const confirming = records.find((record) => record.owner === name);
  if (name === undefined || !confirming) return undefined;
  const target = held.text(name);
  const ttl = confirming.ttl > 0 ? confirming.ttl : USUAL_TTL;
  const reasons = context.mail.reasons(address);
  const lines = [
    phrase`Please set the reverse DNS (PTR record) of ${text}.`,
    '',
    phrase`Address:      ${text}`,
    phrase`Name:         ${undotted(target)}`,
    `TTL:          ${ttl} (${timeInWords(ttl)})`,
    phrase`PTR record:   ${`${held.text(address)} ${ttl} IN PTR ${target}`}`,
    phrase`Confirmed by: ${`${target} ${confirming.ttl} IN ${typeName(confirming.type)} ${text}`}`,
  ];
  if (reasons.length > 0)
    lines.push(
      '',
      phrase`This host sends mail for ${listedDomains(reasons, context)}: without the record its mail is refused.`,
    );
  return `${lines.join('\n')}\n`;
}

function addressOfRow(ctx: FeatureContext, row: Row): NameId {
  const { records, names } = ctx.engine.store;
  const [record] = row.records;
  const data = record === undefined ? NO_NAME : (records.data[record] as number);
  if (data !== NO_NAME && names.isAddress(data)) return data;
  return servedAddress(ctx.engine.context(row.block.instance.view).held, row.ownerName);
}
