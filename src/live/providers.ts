import { laterPhrase } from '../language/phrase.ts';

/** What customers of a provider do to set a PTR record: a line with placeholders, never run and without secrets. */
export interface Provider {
  readonly name: string;
  /** Ends of names that tell the provider: of its generic names, of its reverse zones' servers. */
  readonly suffixes: readonly string[];
  readonly how: string;
  /** Where the provider says it. */
  readonly source: string;
}

/** A row each, in the order of names. */
export const providers: readonly Provider[] = [
  {
    name: 'Amazon EC2',
    suffixes: ['amazonaws.com'],
    how: laterPhrase`aws ec2 modify-address-attribute --allocation-id ALLOCATION --domain-name NAME (Elastic IP addresses only)`,
    source: 'https://docs.aws.amazon.com/cli/latest/reference/ec2/modify-address-attribute.html',
  },
  {
    name: 'Contabo',
    suffixes: ['contabo.net', 'contaboserver.net', 'contabo.host'],
    how: laterPhrase`PUT /v1/dns/ptrs/ADDRESS of its API, with the name as ptr (POST /v1/dns/ptrs for a new IPv6 address)`,
    source: 'https://api.contabo.com/',
  },
  {
    name: 'DigitalOcean',
    suffixes: ['digitalocean.com'],
    how: laterPhrase`give the Droplet the whole name of the host: the PTR of its IPv4 address and of its first IPv6 address follows`,
    source: 'https://docs.digitalocean.com/glossary/ptr-record/',
  },
  {
    name: 'Exoscale',
    suffixes: ['exoscale.com', 'exoscale.ch'],
    how: laterPhrase`POST /v2/reverse-dns/instance/ID of its API, or /v2/reverse-dns/elastic-ip/ID, with the name as domain-name`,
    source: 'https://openapi-v2.exoscale.com/',
  },
  {
    name: 'Google Compute Engine',
    suffixes: ['googleusercontent.com', 'googledomains.com'],
    how: 'gcloud compute instances update-access-config INSTANCE --zone=ZONE --public-ptr --public-ptr-domain=NAME',
    source: 'https://cloud.google.com/compute/docs/instances/create-ptr-record',
  },
  {
    name: 'Hetzner',
    suffixes: ['your-server.de', 'hetzner.com', 'hetzner.de', 'second-ns.de'],
    how: laterPhrase`in the console, at the server’s Networking, Edit Reverse DNS; or hcloud server set-rdns --hostname NAME --ip ADDRESS SERVER`,
    source: 'https://docs.hetzner.com/cloud/servers/cloud-server-rdns/',
  },
  {
    name: 'IONOS Cloud',
    suffixes: ['pbiaas.com', 'profitbricks.com'],
    how: laterPhrase`in the DCD, Network Services, Cloud DNS, Reverse DNS (reserved IPv4 and public IPv6 addresses); or POST /reverserecords of its DNS API`,
    source: 'https://docs.ionos.com/cloud/network-services/cloud-dns/dcd-how-tos/reverse-dns',
  },
  {
    name: 'Linode',
    suffixes: ['linode.com', 'linodeusercontent.com'],
    how: laterPhrase`in the Cloud Manager, at the Linode’s Network, Edit RDNS; or linode-cli networking ip-update ADDRESS --rdns NAME`,
    source: 'https://techdocs.akamai.com/cloud-computing/docs/configure-rdns-reverse-dns-on-a-compute-instance',
  },
  {
    name: 'Microsoft Azure',
    suffixes: ['cloudapp.azure.com', 'azure-dns.com', 'azure-dns.net', 'azure-dns.org', 'azure-dns.info'],
    how: 'az network public-ip update --resource-group GROUP --name RESOURCE --reverse-fqdn NAME. --dns-name LABEL',
    source: 'https://learn.microsoft.com/azure/dns/dns-reverse-dns-for-azure-services',
  },
  {
    name: 'OVHcloud',
    suffixes: ['ovh.net', 'ovh.ca', 'ovh.us', 'kimsufi.com'],
    how: laterPhrase`in the Control Panel, Network, Public IP Addresses, Modify the reverse path; or POST /ip/{ip}/reverse`,
    source: 'https://help.ovhcloud.com/csm/en-dedicated-servers-reverse-dns',
  },
  {
    name: 'Scaleway',
    suffixes: ['scw.cloud', 'scaleway.com'],
    how: laterPhrase`in the console, Instances, Flexible IPs, Edit reverse; the A record must exist before`,
    source: 'https://www.scaleway.com/en/docs/instances/how-to/configure-reverse-dns/',
  },
  {
    name: 'Vultr',
    suffixes: ['vultrusercontent.com', 'vultr.com'],
    how: laterPhrase`vultr-cli instance reverse-dns set-ipv4 INSTANCE ADDRESS --entry NAME (set-ipv6 for IPv6)`,
    source: 'https://docs.vultr.com/reference/vultr-cli/instance/reverse-dns',
  },
  {
    name: 'WEDOS',
    suffixes: ['wedos.net', 'wedos.cz', 'wedos.com'],
    how: laterPhrase`in the customer administration, at the VPS or dedicated server, Reverse (PTR) records`,
    source: 'https://kb.wedos.com/en/reverse-records-at-serverhosting/',
  },
];

/** The provider that one of these names is of: a generic name, a reverse zone, a server. Without final dots. */
export function providerOf(names: readonly string[]): Provider | undefined {
  return providers.find(({ suffixes }) =>
    suffixes.some((suffix) => names.some((name) => name === suffix || name.endsWith(`.${suffix}`))),
  );
}
