import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  SetTraceNotification,
} from 'vscode-languageserver';
import type { Rule } from '../rules/rule.ts';
import { settingsSection } from '../shared/commands.ts';
import { capabilities } from './capabilities.ts';
import { answerOf } from './client-answers.ts';
import { clientFeatures } from './client-features.ts';
import { registerHandlers } from './handlers.ts';
import type { ServerHost } from './host.ts';
import { takeLanguage } from './language.ts';
import { Session } from './session.ts';
import { judgeOpenAgain } from './sync.ts';
import { logWhatIsRead } from './what-was-read.ts';
import { folderPath, foldersChanged, readOnDemand, readWorkspace } from './workspace-files.ts';

/** Serves one client until the connection ends. */
export function serve(connection: Connection, host: ServerHost, rules: readonly Rule[]): Session {
  const session = new Session(connection, host, rules);
  connection.onInitialize((params) => initialize(session, params));
  connection.onInitialized(() => {
    session.loop.holdWhile(() => initialized(session)).catch((error) => session.log('reading the workspace', error));
  });
  connection.onShutdown(() => {
    session.stage = 'over';
    session.stop();
  });
  judgeOpenAgain(session);
  logWhatIsRead(session);
  connection.onNotification(SetTraceNotification.type, ({ value }) => session.setTrace(value));
  registerHandlers(connection, session);
  connection.listen();
  return session;
}

function initialize(session: Session, params: InitializeParams): InitializeResult {
  takeLanguage(params, session.host.translations);
  session.stage = 'serving';
  session.client = clientFeatures(params);
  session.setTrace(params.trace ?? 'off');
  session.folders = foldersOf(params);
  return { capabilities: capabilities(session.client), serverInfo: { name: 'zonewright' } };
}

async function initialized(session: Session): Promise<void> {
  const { connection, client } = session;
  if (client.watchesSettings) {
    const registration = { section: settingsSection };
    void answerOf(session, 'watching settings', () =>
      connection.client.register(DidChangeConfigurationNotification.type, registration),
    );
  }
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders((event) => {
      foldersChanged(session, event).catch((error) => session.log('workspace folders', error));
    });
  }
  await session.readSettings();
  await readWorkspace(session);
  readOnDemand(session);
}

function foldersOf(params: InitializeParams): string[] {
  const { workspaceFolders, rootUri } = params;
  if (workspaceFolders) return workspaceFolders.map((folder) => folderPath(folder.uri));
  return rootUri ? [folderPath(rootUri)] : [];
}
