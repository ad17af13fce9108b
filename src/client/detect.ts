import { Disposable, type ExtensionContext, languages, type TextDocument, workspace } from 'vscode';
import { settingsSection } from '../shared/commands.ts';
import { type KnownZonesParams, type KnownZonesResult, knownZonesRequest } from '../shared/protocol.ts';
import type { RunningExtension } from './running.ts';

const REFUSED = 'zonewright.refusedDetection';
const LINES = 50;
const SCHEMES = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);

/**
 * Opens zone files as such whose names say nothing to the editor: their content tells, or the server knows that a
 * configuration or a setting names them, or that a zone includes them.
 */
export function detectZones(extension: RunningExtension): Disposable {
  const { context } = extension;
  const given = new Set<string>();
  const give = (document: TextDocument) => {
    given.add(document.uri.toString());
    void languages.setTextDocumentLanguage(document, 'dns-zone');
  };
  const isOpenToAll = (document: TextDocument) => mayBeGiven(document, context);
  const askServer = async (asked: readonly TextDocument[]) => {
    const documents = asked.filter((document) => !document.isUntitled && isOpenToAll(document));
    if (documents.length === 0 || !extension.running) return;
    const params: KnownZonesParams = { uris: documents.map(({ uri }) => uri.toString()) };
    const known = await extension.running.sendRequest<KnownZonesResult>(knownZonesRequest, params);
    for (const document of documents)
      if (known.uris.includes(document.uri.toString()) && !document.isClosed && isOpenToAll(document)) give(document);
  };
  const ask = (documents: readonly TextDocument[]) => {
    askServer(documents).catch((error) => extension.output.debug(`zones among open files: ${error}`));
  };
  let closed: string | undefined;
  const taken = new Set<string>();
  const look = (document: TextDocument) => {
    if (document.languageId === 'dns-zone') {
      // Who makes it a zone all the same is right.
      if (!taken.has(document.uri.toString()) && isNamedLikeZone(document)) {
        taken.add(document.uri.toString());
        void languages.setTextDocumentLanguage(document, 'plaintext');
      }
      return;
    }
    const key = document.uri.toString();
    if (given.delete(key) && key === closed) {
      void refuse(context, key);
      return;
    }
    if (!isOpenToAll(document)) return;
    if (isZoneByContent(document)) give(document);
    else ask([document]);
  };
  // A change of the language closes the document and opens it in the same turn. A file that is opened again later, as
  // after a rename, was not refused.
  const forget = ({ uri }: TextDocument) => {
    closed = uri.toString();
    setTimeout(() => {
      closed = undefined;
      const key = uri.toString();
      if (!workspace.textDocuments.some((document) => document.uri.toString() === key)) given.delete(key);
    }, 0);
  };
  for (const document of workspace.textDocuments) look(document);
  extension.onNews(() => ask(workspace.textDocuments));
  return Disposable.from(
    workspace.onDidOpenTextDocument(look),
    // What is begun as a zone is no other thing because nothing is finished yet.
    workspace.onDidSaveTextDocument((document) => {
      if (document.languageId !== 'dns-zone') look(document);
    }),
    workspace.onDidCloseTextDocument(forget),
  );
}

/** Whether a document that the editor takes for plain text looks like a zone, and nobody said that it is none. */
export function mayHoldZone(document: TextDocument, context: ExtensionContext): boolean {
  return mayBeGiven(document, context) && isZoneByContent(document);
}

function mayBeGiven(document: TextDocument, context: ExtensionContext): boolean {
  return (
    document.languageId === 'plaintext' &&
    hasFileScheme(document) &&
    !refused(context).includes(document.uri.toString())
  );
}

function isZoneByContent(document: TextDocument): boolean {
  return mayBeZone(document) && looksLikeZone(head(document));
}

/**
 * Whether the first lines of a text are those of a zone file: a directive or a SOA record stands before anything that
 * no zone file holds.
 */
export function looksLikeZone(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/, LINES);
  return lines.some((line) => DIRECTIVE.test(line) || SOA.test(line)) && !lines.some((line) => FOREIGN.test(line));
}

const DIRECTIVE = /^\$(?:ORIGIN\s+\S+\.\s*(?:;.*)?$|TTL\s+\d[\dwdhms]*\s*(?:;.*)?$|INCLUDE\s+\S|GENERATE\s+\d+-\d+)/i;
const SOA = /^(?:[^\s;(")]+)?\s+(?:\d\w*\s+)?(?:(?:IN|CH|HS)\s+)?(?:\d\w*\s+)?SOA\s+[^\s;("]+\s+[^\s;("]+/i;
/** What begins a line in scripts, configurations and markup, never in a zone file. */
const FOREIGN = /^\s*(?:#!|<\?|<!|zone\s+"|options\s*\{|server:|\{%|```)/;

const BY_CONTENT = /(?:^|\/)(?:db\.[^/]+|[^/]+\.(?:db|dns|hosts|rev|signed|txt)|[^/.]+)$/i;
const NEVER = /\.(?:conf|jnl|jbk)$/i;

function mayBeZone(document: TextDocument): boolean {
  if (!workspace.getConfiguration(settingsSection, document).get('detectByContent', true)) return false;
  return document.isUntitled || (BY_CONTENT.test(document.uri.path) && !NEVER.test(document.uri.path));
}

/** Whether only the name of a file makes it a zone: its lines are those of something else that is called so. */
function isNamedLikeZone(document: TextDocument): boolean {
  return /\.(?:dns|hosts|rev)$|\/db\.\d[^/]*\.\d+$/i.test(document.uri.path) && looksForeign(head(document));
}

/**
 * Whether the first lines of a text are those of a list as /etc/hosts is one (an address, and the names for it), or hold
 * something and no record. A file with nothing but comments may become a zone.
 */
export function looksForeign(text: string): boolean {
  return !looksLikeZone(text) && (HOSTS_LINE.test(text) || (/^[ \t]*[^\s;]/m.test(text) && !RECORD.test(text)));
}

const HOSTS_LINE = /^[ \t]*(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]*:[0-9a-f:]+)[ \t]+(?!(?:IN|PTR|A|AAAA)[ \t])[a-z]/im;

const RECORD =
  /^[^\s;]*[ \t]+(?:\d\w*[ \t]+)?(?:(?:IN|CH|HS)[ \t]+)?(?:\d\w*[ \t]+)?(?:A|AAAA|CAA|CNAME|DNAME|DS|HINFO|HTTPS|LOC|MX|NAPTR|NS|PTR|RP|SPF|SRV|SSHFP|SVCB|TLSA|TXT|TYPE\d+)[ \t]+\S/im;

function hasFileScheme({ uri }: TextDocument): boolean {
  return SCHEMES.has(uri.scheme) || workspace.getWorkspaceFolder(uri) !== undefined;
}

function head(document: TextDocument): string {
  const lines: string[] = [];
  for (let line = 0; line < Math.min(document.lineCount, LINES); line++) lines.push(document.lineAt(line).text);
  return lines.join('\n');
}

function refused(context: ExtensionContext): readonly string[] {
  return context.workspaceState.get<readonly string[]>(REFUSED, []);
}

/** The language was changed back by hand: it is left alone from now on. */
async function refuse(context: ExtensionContext, key: string): Promise<void> {
  await context.workspaceState.update(REFUSED, [...new Set([...refused(context), key])]);
}
