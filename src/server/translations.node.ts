import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from '../language/phrase.ts';

/** The bundle of a language (`de`) in a package; undefined where the package has none, as of English. */
export function translationsIn(home: string, language: string): Bundle | undefined {
  if (!/^[a-z]{2,3}$/.test(language)) return undefined;
  try {
    return JSON.parse(readFileSync(join(home, 'l10n', `bundle.l10n.${language}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}
