import { undotted } from '../dns/shown-name.ts';
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
  const type = address.includes(':') ? 'AAAA' : 'A';
  const now = names.length === 0 ? 'none' : names.slice(0, 4).join(', ');
  const lines = [
    `Please set the reverse DNS (PTR record) of ${address}.`,
    '',
    `Address:      ${address}`,
    `Name:         ${undotted(name)}`,
    `TTL:          ${ttl}`,
    `PTR record:   ${reverseNameOf(address) ?? ''} ${ttl} IN PTR ${name}`,
    `Confirmed by: ${name} IN ${type} ${address}`,
    `Now:          ${now}`,
  ];
  if (owner) lines.push(`Zone:         ${owner.zone}${owner.mailbox === '' ? '' : ` (${owner.mailbox})`}`);
  const provider = providerOf([...names, ...(owner ? [owner.zone, ...owner.servers] : [])]);
  if (provider)
    lines.push('', `Customers of ${provider.name} set it themselves: ${provider.how}`, `See ${provider.source}`);
  return `${lines.join('\n')}\n`;
}
