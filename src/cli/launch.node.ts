import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { load } from './load.node.ts';

// The command line: starts the program beside this file.
load(dirname(realpathSync(__filename))).main(process.argv.slice(2));
