import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { load } from './load.node.ts';

// The language server as the extension starts it: the same program, so that no package holds the engine twice.
load(dirname(realpathSync(__filename))).main(['lsp', ...process.argv.slice(2)]);
