import type { HoverParams } from 'vscode-languageserver';
import type { AddressAction } from '../features/hover/address.ts';
import { laterPhrase, translated } from '../language/phrase.ts';
import { commands } from '../shared/commands.ts';
import type { DocumentParams } from '../shared/protocol.ts';

const LINKS: Readonly<Record<AddressAction, readonly [title: string, command: string]>> = {
  'add-pointer': [laterPhrase`Add PTR`, commands.addMissingPtrs],
  'create-reverse-zone': [laterPhrase`Create reverse zone`, commands.createReverseZone],
  'copy-request': [laterPhrase`Copy request`, commands.copyPtrRequest],
  'check-live': [laterPhrase`Check live`, commands.checkLive],
};

/**
 * A line of links that run commands of the extension, which allows these commands and no others in hovers. Nothing of a
 * file is in them but where the hover was asked for.
 */
export function hoverLinks(actions: readonly AddressAction[], { textDocument, position }: HoverParams): string[] {
  if (actions.length === 0) return [];
  const place: DocumentParams = { uri: textDocument.uri, position };
  // Parentheses would end the link.
  const argument = encodeURIComponent(JSON.stringify([place])).replace(/[()]/g, (one) => (one === '(' ? '%28' : '%29'));
  return [
    actions.map((action) => `[${translated(LINKS[action][0])}](command:${LINKS[action][1]}?${argument})`).join(' | '),
  ];
}
