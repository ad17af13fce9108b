import { writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { KeyFiles } from './key-files.ts';

/** Files for private keys, from Node. */
export const keyFiles: KeyFiles = {
  home: homedir,
  write: (path, text) => writeFile(path, text, { mode: 0o600, flag: 'wx' }),
};
