import { DNS_PORT } from '../ports/resolver.ts';
import type { NamedServer } from './look.ts';

/** The root servers (https://www.internic.net/domain/named.root): the way down begins at them where no resolver is named. */
export const rootServers: readonly NamedServer[] = [
  ['a', '198.41.0.4'],
  ['b', '170.247.170.2'],
  ['c', '192.33.4.12'],
  ['d', '199.7.91.13'],
  ['e', '192.203.230.10'],
  ['f', '192.5.5.241'],
  ['g', '192.112.36.4'],
  ['h', '198.97.190.53'],
  ['i', '192.36.148.17'],
  ['j', '192.58.128.30'],
  ['k', '193.0.14.129'],
  ['l', '199.7.83.42'],
  ['m', '202.12.27.33'],
].map(([letter, address = '']) => ({ name: `${letter}.root-servers.net.`, address, port: DNS_PORT }));
