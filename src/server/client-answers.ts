import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { printable } from '../text/printable.ts';

/** What asking the client takes: its connection, and where refusals are written. */
export interface ClientConnection {
  readonly connection: Pick<Connection, 'window' | 'console' | 'sendNotification'>;
  log(what: string, error: unknown): void;
}

/** Milliseconds that an answer of the client is waited for before the work goes on without it. */
const PATIENCE = 3000;

/**
 * The client's answer; undefined where it refuses or does not answer in time. A refusal is logged: no answer of a client
 * ends the server or keeps it waiting.
 */
export async function answerOf<T>(
  session: ClientConnection,
  what: string,
  ask: () => Promise<T>,
  patience = PATIENCE,
): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      session.log(what, 'the client does not answer');
      resolve(undefined);
    }, patience);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch (error) {
    session.log(what, error);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Tells the person something. No request, as the window's own functions make: some editors ask for a choice then, unseen. */
export function tell(session: ClientConnection, kind: 'warning' | 'information', text: string): void {
  const type = kind === 'warning' ? MessageType.Warning : MessageType.Info;
  const message = printable(text, '\n');
  const told = session.connection.sendNotification(ShowMessageNotification.type, { type, message });
  told.catch((error) => session.log('a notice', error));
}
