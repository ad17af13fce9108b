import type { Connection } from 'vscode-languageserver';
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
import type { Files } from './host.ts';
import { pathOfUri, uriOfPath } from './uri.ts';

/** Files as the client serves them: in virtual workspaces, and where the server runs in a web worker. `room` is what may be read still. */
export function clientFiles(connection: Connection, room: () => number): Files {
  return {
    async list(folder, { most }) {
      const params: ListFilesParams = { folder: uriOfPath(folder), most };
      const { files } = await connection.sendRequest<ListFilesResult>(listFilesRequest, params);
      return files.slice(0, most).map(pathOfUri);
    },
    async kindOf(path) {
      const { kind } = await connection.sendRequest<FileKindResult>(fileKindRequest, { uri: uriOfPath(path) });
      return kind;
    },
    async read(path, takes) {
      const params: ReadFileParams = { uri: uriOfPath(path), ...(takes ? { most: room() } : {}) };
      const { base64, size } = await connection.sendRequest<ReadFileResult>(readFileRequest, params);
      if (base64 !== null) return bytesOfBase64(base64);
      if (size !== undefined) takes?.(size);
      return undefined;
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
