/**
 * Tells whether the policy in a file (RFC 8461 section 3.2) lets mail go to a host, given without final dot; undefined where
 * the file is no policy, or one that asks for nothing. A pattern with an asterisk stands for one label.
 */
export function policyHosts(text: string): ((host: string) => boolean) | undefined {
  const fields = text.split(/\r?\n/).map((line) => {
    const colon = line.indexOf(':');
    return { key: line.slice(0, Math.max(colon, 0)).trim().toLowerCase(), value: line.slice(colon + 1).trim() };
  });
  const fieldOf = (key: string): string | undefined => fields.find((field) => field.key === key)?.value;
  const mode = fieldOf('mode')?.toLowerCase();
  if (fieldOf('version') !== 'STSv1' || (mode !== 'enforce' && mode !== 'testing')) return undefined;
  const patterns = fields.filter(({ key }) => key === 'mx').map(({ value }) => value.toLowerCase().replace(/\.$/, ''));
  return (host) => {
    const lower = host.toLowerCase();
    const above = lower.slice(lower.indexOf('.'));
    return patterns.some((pattern) => pattern === lower || (pattern.startsWith('*.') && pattern.slice(1) === above));
  };
}
