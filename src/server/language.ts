import type { InitializeParams } from 'vscode-languageserver';
import { type Bundle, setLanguage } from '../language/phrase.ts';
import type { InitializationOptions } from '../shared/protocol.ts';

/**
 * Sets the language of all that is said, once at the start: that of the client, with the texts that it brings along or
 * those of the host; English where neither has any. Ids of rules and formats are the same in all languages.
 */
export function takeLanguage(
  { locale = 'en', initializationOptions }: InitializeParams,
  translations: ((language: string) => Bundle | undefined) | undefined,
): void {
  const told = (initializationOptions as InitializationOptions | null | undefined)?.language;
  const [language = 'en'] = locale.toLowerCase().split(/[-_]/);
  if (told) setLanguage(told.tag, told.texts);
  else setLanguage(language, language === 'en' ? undefined : translations?.(language));
}
