import zonefile, { type DNSZone } from 'dns-zonefile';

/** Its declarations leave the template out. */
const generate: (zone: DNSZone, template: string) => string = zonefile.generate;

/** The text of a new zone file. One empty line stands between the kinds of records, none where there are none. */
export function zoneText(zone: DNSZone): string {
  const owner = zone.soa?.ttl ? '{name}{ttl}' : '{name}';
  const text = generate(withSafeDollars(zone) as DNSZone, `{$origin}\n{$ttl}\n${owner}${TEMPLATE}`);
  return `${withPlainSoa(text)
    .trim()
    .replace(/\n{3,}/g, '\n\n')}\n`;
}

/** What dns-zonefile fills in: no clock, no headings without records. */
const TEMPLATE = `IN	SOA	{mname}{rname}(
				{serial}; serial
				{refresh}; refresh
				{retry}; retry
				{expire}; expire
				{minimum})	; negative answers
{ns}
{mx}
{a}
{aaaa}
{cname}
{ptr}
{txt}
{srv}
{spf}
{caa}
{ds}
`;

/** The generator puts a tab behind each value; inside the data of the SOA one blank is enough. */
function withPlainSoa(text: string): string {
  return text
    .replace(/^(.*\tSOA\t\S+)\t(\S+)\t\($/m, (_, names: string, mailbox: string) => `${names} ${mailbox} (`)
    .replace(/^(\t+\S+)\t\)(?=\t;)/m, (_, minimum: string) => `${minimum} )`);
}

/** The generator reads `$` in values as a pattern: two stand for one. */
function withSafeDollars(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$');
  if (Array.isArray(value)) return value.map(withSafeDollars);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withSafeDollars(item)]));
}
