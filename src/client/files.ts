import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileKindResult,
  fileKindRequest,
  type ListFilesParams,
  type ListFilesResult,
  listFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../shared/protocol.ts';

/** Folders that hold no zone files of people. */
const SKIPPED = new Set(['.git', '.hg', '.svn', 'node_modules']);
const LARGEST_FILE = 512 * 1024 * 1024;

/** Answers the server's questions for files that it can't read itself: in a web worker, and in virtual workspaces. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(listFilesRequest, async ({ folder, most }: ListFilesParams): Promise<ListFilesResult> => {
    const root = Uri.parse(folder);
    return { files: isInWorkspace(root) ? await list(root, most) : [] };
  });
  client.onRequest(fileKindRequest, async ({ uri }: ReadFileParams): Promise<FileKindResult> => {
    const file = Uri.parse(uri);
    return { kind: isInWorkspace(file) ? await kindOf(file) : 'other' };
  });
  client.onRequest(readFileRequest, async ({ uri, most }: ReadFileParams): Promise<ReadFileResult> => {
    const file = Uri.parse(uri);
    return isInWorkspace(file) ? read(file, most) : UNREAD;
  });
}

/** Nothing outside the workspace's folders is read. */
function isInWorkspace(uri: Uri): boolean {
  return workspace.getWorkspaceFolder(uri) !== undefined;
}

async function kindOf(uri: Uri): Promise<FileKindResult['kind']> {
  const stat = await workspace.fs.stat(uri).then(
    (found) => found,
    () => undefined,
  );
  if (stat?.type === FileType.Directory) return 'folder';
  return stat && (stat.type & FileType.File) !== 0 ? 'file' : 'other';
}

/** What is nearest comes first. */
async function list(root: Uri, most: number): Promise<string[]> {
  const files: string[] = [];
  const folders = [root];
  for (let next = 0; next < folders.length && files.length < most; next++) {
    const folder = folders[next] as Uri;
    for (const [name, type] of await entries(folder)) {
      const uri = Uri.joinPath(folder, name);
      // A link to a folder is not followed: it may lead up.
      if ((type & FileType.File) !== 0) files.push(uri.toString());
      else if (type === FileType.Directory && !SKIPPED.has(name)) folders.push(uri);
    }
  }
  return files;
}

async function entries(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

const UNREAD: ReadFileResult = { base64: null };

async function read(uri: Uri, most = LARGEST_FILE): Promise<ReadFileResult> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0 || size > LARGEST_FILE) return UNREAD;
    if (size > most) return { base64: null, size };
    return { base64: base64(await workspace.fs.readFile(uri)) };
  } catch {
    return UNREAD;
  }
}

/** Bytes as text in base64. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
