import { NO_NAME } from '../../dns/name-table.ts';
import { shownName } from '../../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_HTTPS, TYPE_SVCB } from '../../dns/type-codes.ts';
import { phrase, translated } from '../../language/phrase.ts';
import { serviceParameters } from '../../syntax/rdata/rdata.ts';
import { protocols } from '../completion/record-words.ts';
import type { FeatureContext } from '../context.ts';
import { nameOfToken, type Row } from '../row.ts';
import { code } from './code.ts';

/** A service binding in words (RFC 9460): where the service is, and each parameter. */
export function explainService(ctx: FeatureContext, row: Row): string[] {
  if (row.typeCode !== TYPE_SVCB && row.typeCode !== TYPE_HTTPS) return [];
  const [priority, target] = row.rdata;
  if (!priority || !target || !/^\d+$/.test(priority.text)) return [];
  const { store } = ctx.engine;
  const name = target.text === '.' ? row.ownerName : nameOfToken(store, row, target);
  if (name === NO_NAME) return [];
  const host = code(shownName(store.names, name));
  if (Number(priority.text) === 0)
    return target.text === '.'
      ? [phrase`The service does not exist (RFC 9460 section 2.5.1)`]
      : [phrase`An alias of ${host}`];
  const lines = parametersOf(row).map(({ key, value }) => `- ${explainParameter(ctx, { row, name, key, value })}`);
  return [[phrase`The service is at ${host}`, ...lines].join('\n')];
}

interface Parameter {
  readonly key: string;
  readonly value: string;
}

/** The parameters as they are written; a quoted value is a word of its own that touches its key. */
function parametersOf(row: Row): Parameter[] {
  const found: Parameter[] = [];
  for (const [index, token] of row.rdata.entries()) {
    if (index < 2 || token.quoted) continue;
    const equals = token.text.indexOf('=');
    const key = equals < 0 ? token.text : token.text.slice(0, equals);
    const next = row.rdata[index + 1];
    const isGlued = next?.quoted === true && next.start === token.end;
    found.push({ key, value: isGlued ? next.text : equals < 0 ? '' : token.text.slice(equals + 1) });
  }
  return found;
}

function explainParameter(
  ctx: FeatureContext,
  { row, name, key, value }: Parameter & { readonly row: Row; readonly name: number },
): string {
  switch (key.toLowerCase()) {
    case 'alpn':
      return phrase`alpn: ${value
        .split(',')
        .map((id) => translated(protocols.words.find(({ word }) => word === id)?.detail ?? code(id)))
        .join('; ')}`;
    case 'ipv4hint':
    case 'ipv6hint':
      return hints(ctx, row, { key: key.toLowerCase(), value, name });
    case 'no-default-alpn':
      return phrase`no-default-alpn: only the protocols above`;
    default: {
      const about = serviceParameters.find((one) => one.name === key.toLowerCase())?.about;
      const shown = value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}...` : value;
      return `${code(value === '' ? key : `${key}=${shown}`)}${about === undefined ? '' : `: ${translated(about)}`}`;
    }
  }
}

const MOST_SHOWN = 60;

/** Which of the hints are no addresses of the target, where these are held. */
function hints(
  { engine }: FeatureContext,
  row: Row,
  { key, value, name }: Parameter & { readonly name: number },
): string {
  const { held } = engine.context(row.block.instance.view);
  const answer = held.lookup(name, key === 'ipv4hint' ? TYPE_A : TYPE_AAAA);
  const known = answer.kind === 'records' ? answer.records.map(({ data }) => held.addressText(data)) : undefined;
  const shown = value.split(',').map((text) => {
    const isOther = known !== undefined && !known.includes(text.toLowerCase());
    return `${code(text)}${isOther ? phrase`, not as the address record of the target` : ''}`;
  });
  return `${key}: ${shown.join(', ')}`;
}
