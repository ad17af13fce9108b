import type { Connection } from 'vscode-languageserver';
import {
  type FileKindResult,
  fileKindRequest,
  type ListFilesResult,
  listFilesRequest,
  type ReadFileResult,
  readFileRequest,
} from '../shared/protocol.ts';
import type { Files } from './host.ts';
import { pathOfUri, uriOfPath } from './uri.ts';

/** Files as the client serves them: in virtual workspaces, and where the server runs in a web worker. */
export function clientFiles(connection: Connection): Files {
  return {
    async list(folder) {
      const { files } = await connection.sendRequest<ListFilesResult>(listFilesRequest, { folder: uriOfPath(folder) });
      return files.map(pathOfUri);
    },
    async kindOf(path) {
      const { kind } = await connection.sendRequest<FileKindResult>(fileKindRequest, { uri: uriOfPath(path) });
      return kind;
    },
    async read(path) {
      const { base64 } = await connection.sendRequest<ReadFileResult>(readFileRequest, { uri: uriOfPath(path) });
      return base64 === null ? undefined : bytesOfBase64(base64);
    },
  };
}

/** The bytes that a text in base64 stands for. */
export function bytesOfBase64(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
