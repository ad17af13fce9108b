import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { shownName } from '../../dns/shown-name.ts';
import { parseSeconds } from '../../dns/ttl.ts';
import { phrase } from '../../language/phrase.ts';
import type { FeatureContext } from '../context.ts';
import { fieldsOfRow, nameOfToken, type Row } from '../row.ts';
import { serialInWords, timeInWords } from '../words.ts';
import { code } from './code.ts';

/** A mailbox that is written as a name, as a mail address (RFC 1035 section 8); undefined where the name can be none. */
export function mailAddress({ engine }: FeatureContext, name: NameId): string | undefined {
  const { names } = engine.store;
  if (name === NO_NAME || name === ROOT || names.parent(name) === ROOT) return undefined;
  const local = names.labelText(name).replace(/\\([^0-9])/g, '$1');
  return /[\s\\"(),:;<>@[\]]/.test(local) ? undefined : `${local}@${shownName(names, names.parent(name))}`;
}

/** What an SOA says, in words: the primary, the keeper, the serial, and what secondaries do when. */
export function explainSoa(ctx: FeatureContext, row: Row): string[] {
  const fields = fieldsOfRow(row);
  const word = (name: string) => row.rdata[fields.find((field) => field.name === name)?.token ?? -1];
  const time = (name: string) => {
    const seconds = parseSeconds(word(name)?.text ?? '');
    return seconds === undefined ? undefined : timeInWords(seconds);
  };
  const { store } = ctx.engine;
  const mailbox = word('mailbox');
  const keeper = mailbox && mailAddress(ctx, nameOfToken(store, row, mailbox));
  const serial = word('serial');
  const lines = [
    keeper && phrase`Keeper ${code(keeper)}`,
    serial &&
      /^\d+$/.test(serial.text) &&
      phrase`Serial ${serial.text}: ${serialInWords(Number(serial.text), ctx.now)}`,
    time('refresh') && phrase`Secondaries ask for changes every ${time('refresh')}`,
    time('retry') && phrase`They ask again ${time('retry')} after a failure`,
    time('expire') && phrase`They go on for ${time('expire')} without the primary`,
    time('minimum') && phrase`That a name does not exist is kept for ${time('minimum')}`,
  ].filter((line) => typeof line === 'string' && line !== '');
  return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];
}
