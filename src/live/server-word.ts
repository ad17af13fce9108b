import { DNS_PORT, type ServerAddress } from '../ports/resolver.ts';
import { addressText } from './targets.ts';

/** Reads `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53`, `[2001:db8::53]:5353`; undefined for other text. */
export function serverAddress(text: string): ServerAddress | undefined {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([\d.]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = addressText(bracketed ?? plain ?? text);
  const number = port === undefined ? DNS_PORT : Number(port);
  if (address === undefined || number < 1 || number > 65535) return undefined;
  return { address, port: number };
}
