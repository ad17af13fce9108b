import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

/** The manifest of the extension as the editor shows it in English: with texts in the place of their keys. */
export function shownManifest(): unknown {
  const english: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
  return JSON.parse(read('package.json'), (_, value: unknown) => {
    const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : english[key];
  });
}
