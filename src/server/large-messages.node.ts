import { RAL } from 'vscode-languageserver/node';

/** What takes so many bytes takes milliseconds. */
const LARGE = 2 ** 20;

/**
 * Has large messages over streams put together, decoded and parsed in turns of their own: of a text of 100 MB each takes
 * as long as others may wait. The order of messages stays, as the reader takes up one after the other.
 */
export function readLargeMessagesInTurns(): void {
  const { applicationJson, ...rest } = RAL();
  const { decoder } = applicationJson;
  const decode: typeof decoder.decode = async (bytes, options) => {
    if (bytes.length < LARGE) return decoder.decode(bytes, options);
    await turn();
    const text = new TextDecoder(options.charset).decode(bytes);
    await turn();
    return JSON.parse(text);
  };
  RAL.install({ ...rest, applicationJson: { ...applicationJson, decoder: { ...decoder, decode } } });
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
