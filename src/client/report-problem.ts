import { ExtensionKind, env, UIKind, version, window, workspace } from 'vscode';
import { settingsSection } from '../shared/commands.ts';
import { type ReadingResult, readingRequest } from '../shared/protocol.ts';
import type { RunningExtension } from './running.ts';

/** Settings whose values tell of the network of whoever reports; that they are set is told, and not to what. */
const PRIVATE = new Set(['zones', 'configuration', 'externalNetworks', 'pools', 'includeBase', 'live']);

/**
 * Opens a text for a report: versions, the kind of window, and which settings are set. No names, no addresses, no paths, no
 * text of a zone; nothing is sent.
 */
export async function reportProblem(extension: RunningExtension): Promise<void> {
  const content = `# Problem with Zonewright

What I did:

What I saw:

What I expected:

A zone that shows it, as small as can be, with example.com and 192.0.2.0/24 in the place of yours:

\`\`\`dns-zone

\`\`\`

| | |
|---|---|
${factsOf(extension)
  .map(([name, value]) => `| ${name} | ${value} |`)
  .join('\n')}
`;
  await window.showTextDocument(await workspace.openTextDocument({ content, language: 'markdown' }));
}

/**
 * Opens a text for a person who looks for the reason of something: versions, what was read, which file is which zone and why,
 * and how many findings each rule has. It holds names of files and zones, and says so; nothing is sent.
 */
export async function collectDiagnostics(extension: RunningExtension): Promise<void> {
  const reading = extension.running && (await extension.ask<ReadingResult>(readingRequest, {}));
  const content = `Names of files and zones are in this text, and no record. Nothing of it was sent: read it before you pass it on.

${factsOf(extension)
  .map(([name, value]) => `${name}: ${value}`)
  .join('\n')}

${reading?.text ?? ''}
`;
  await window.showTextDocument(await workspace.openTextDocument({ content, language: 'plaintext' }));
}

function factsOf(extension: RunningExtension): (readonly [name: string, value: string])[] {
  const { context, running } = extension;
  const { extensionKind, packageJSON } = context.extension;
  const folders = workspace.workspaceFolders?.length ?? 0;
  return [
    ['Zonewright', String((packageJSON as { readonly version: unknown }).version)],
    ['Editor', `${env.appName} ${version}`],
    [
      'Window',
      `${env.uiKind === UIKind.Web ? 'web' : 'desktop'}, ${remoteKind()}, extension on the ${
        extensionKind === ExtensionKind.UI ? 'side of the window' : 'side of the files'
      }`,
    ],
    [
      'Workspace',
      `${folders} ${folders === 1 ? 'folder' : 'folders'}, ${workspace.isTrusted ? 'trusted' : 'not trusted'}`,
    ],
    ['Server', running ? 'running' : 'not started'],
    ['Settings', settingsText()],
  ];
}

/** A server in the browser is called by its host and port, which are nobody's business. */
function remoteKind(): string {
  const { remoteName = 'local' } = env;
  return /^(?:local|ssh-remote|wsl|dev-container|attached-container|codespaces|tunnel)$/.test(remoteName)
    ? remoteName
    : 'remote';
}

function settingsText(): string {
  const section = workspace.getConfiguration(settingsSection);
  const set: string[] = [];
  for (const name of Object.keys(section)) {
    if (typeof section[name] === 'function') continue;
    for (const [key, value] of leaves(name, section[name])) {
      const known = section.inspect(key);
      if (!known || JSON.stringify(value) === JSON.stringify(known.defaultValue)) continue;
      set.push(PRIVATE.has(name) ? key : `${key}: ${JSON.stringify(value)}`);
    }
  }
  return set.length === 0 ? 'none is set' : set.join(', ').replaceAll('|', '\\|');
}

/** The settings below a name: an object may be a group of them, or the value of one. */
function leaves(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, value]];
  return Object.entries(value).flatMap(([key, one]) => leaves(`${name}.${key}`, one));
}
