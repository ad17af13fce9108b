import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { phrase, translated } from '../../language/phrase.ts';
import { serviceParameters } from '../../syntax/rdata/rdata.ts';
import { comparePositions } from '../../text/block.ts';
import type { FeatureContext } from '../context.ts';
import { nameOfToken, rangeOfToken } from '../row.ts';
import { type Proposal, proposalsOf } from './proposal.ts';
import { ports, protocols } from './record-words.ts';
import { servicePorts } from './service-ports.ts';
import { endOf, type FieldSpot } from './spot.ts';

/** The keys of a service binding that are not there yet, or the values of the one at hand (RFC 9460). */
export function parameterProposals(ctx: FeatureContext, spot: FieldSpot): Proposal[] {
  const { prefix, row, isQuoted, lead } = spot;
  const key = isQuoted ? /([a-z0-9-]+)=$/i.exec(`${lead}`.replace(/"$/, ''))?.[1] : /^([a-z0-9-]+)=/i.exec(prefix)?.[1];
  if (key !== undefined) {
    const begin = isQuoted ? 0 : key.length + 1;
    const at = Math.max(begin, prefix.lastIndexOf(',') + 1);
    const used = new Set(prefix.slice(begin, at).split(','));
    return valuesOf(ctx, spot, { key: key.toLowerCase(), at }).filter(({ label }) => !used.has(label));
  }
  if (isQuoted) return [];
  const others = row.rdata.filter((token) => comparePositions(rangeOfToken(row, token).start, spot.range.start) !== 0);
  const used = new Set(others.map(({ text }) => text.split('=', 1)[0]));
  return serviceParameters
    .filter(({ name }) => !used.has(name))
    .map(({ name, about, key: number }) => ({
      label: name,
      kind: 'value',
      detail: translated(about),
      range: spot.range,
      text: name === 'no-default-alpn' ? name : `${name}=`,
      order: String(number === 0 ? 9 : number),
    }));
}

function valuesOf(
  ctx: FeatureContext,
  spot: FieldSpot,
  { key, at }: { readonly key: string; readonly at: number },
): Proposal[] {
  const range = endOf(spot, at);
  switch (key) {
    case 'alpn':
      return proposalsOf(protocols, range);
    case 'port':
      return proposalsOf(ports, range);
    case 'ipv4hint':
      return hints(ctx, spot, TYPE_A).map((label) => ({
        label,
        kind: 'address',
        detail: phrase`of the target`,
        range,
      }));
    case 'ipv6hint':
      return hints(ctx, spot, TYPE_AAAA).map((label) => ({
        label,
        kind: 'address',
        detail: phrase`of the target`,
        range,
      }));
    case 'dohpath':
      return [{ label: '/dns-query{?dns}', kind: 'value', detail: phrase`the usual path`, range }];
    case 'mandatory':
      return serviceParameters
        .filter(({ key: number }) => number > 0)
        .map(({ name, about }) => ({ label: name, kind: 'value', detail: translated(about), range }));
    default:
      return [];
  }
}

/** The usual port of the service that the owner of an SRV record names. */
export function portProposals({ engine }: FeatureContext, { row, range }: FieldSpot): Proposal[] {
  if (row.ownerName < 0) return [];
  const service = engine.store.names.labelText(row.ownerName).toLowerCase();
  const port = servicePorts.get(service);
  return port === undefined ? [] : [{ label: port, kind: 'value', detail: service.slice(1), range }];
}

/** The held addresses of a binding's target; of the owner where the target is the root. */
function hints({ engine }: FeatureContext, { row }: FieldSpot, type: number): string[] {
  const word = row.rdata[1];
  if (!word) return [];
  const { held } = engine.context(row.block.instance.view);
  const target = word.text === '.' ? row.ownerName : nameOfToken(engine.store, row, word);
  const answer = target < 0 ? undefined : held.lookup(target, type);
  if (answer?.kind !== 'records') return [];
  return answer.records.slice(0, MOST_HINTS).flatMap(({ data }) => held.addressText(data) ?? []);
}

const MOST_HINTS = 50;
