/** An address of the web as it is written, and the host in it where that is a name; undefined for other words. */
export function webAddress(
  written: string,
): { readonly written: string; readonly host: string | undefined } | undefined {
  const [url, host = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/:?#]*)/i.exec(written) ?? [];
  if (url === undefined) return undefined;
  const name = host.replace(/\.$/, '');
  const isName = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i.test(name);
  return { written, host: isName ? name : undefined };
}
