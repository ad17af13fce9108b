import { addressRecordType } from '../dns/address-kind.ts';
import { undotted } from '../dns/shown-name.ts';
import { phrase, translated } from '../language/phrase.ts';
import { providerOf } from './providers.ts';
import type { LiveResult } from './result.ts';
import { reverseNameOf } from './targets.ts';

/** The name that an address is to have. */
export interface WantedName {
  /** Canonical. */
  readonly name: string;
  /** Seconds. */
  readonly ttl: number;
}

/** Plain text that asks whoever runs the reverse zone for a PTR record, with what the provider's customers do themselves. */
export function requestText(result: LiveResult, { name, ttl }: WantedName): string {
  const { address, names, owner } = result;
  const type = addressRecordType(address);
  const now = names.length === 0 ? phrase`none` : names.slice(0, 4).join(', ');
  const lines = [
    phrase`Please set the reverse DNS (PTR record) of ${address}.`,
    '',
    phrase`Address:      ${address}`,
    phrase`Name:         ${undotted(name)}`,
    `TTL:          ${ttl}`,
    phrase`PTR record:   ${`${reverseNameOf(address) ?? ''} ${ttl} IN PTR ${name}`}`,
    phrase`Confirmed by: ${`${name} IN ${type} ${address}`}`,
    phrase`Now:          ${now}`,
  ];
  if (owner)
    lines.push(phrase`Zone:         ${owner.mailbox === '' ? owner.zone : `${owner.zone} (${owner.mailbox})`}`);
  const provider = providerOf([...names, ...(owner ? [owner.zone, ...owner.servers] : [])]);
  if (provider)
    lines.push(
      '',
      phrase`Customers of ${provider.name} set it themselves: ${translated(provider.how)}`,
      phrase`See ${provider.source}`,
    );
  return `${lines.join('\n')}\n`;
}
