/** The lengths that networks are widened to, longest first. */
const IPV4 = [24, 16, 8, 0] as const;
const IPV6 = [64, 48, 32, 16] as const;

/** The network around one, as a map takes it: that of a /24 is its /16; undefined around the widest. */
export function widerNetwork(network: string): string | undefined {
  const [address = '', length = ''] = network.split('/');
  const wider = (address.includes(':') ? IPV6 : IPV4).find((one) => one < Number(length));
  return wider === undefined ? undefined : `${address}/${wider}`;
}
