import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { load } from './load.node.ts';

/** The version of the package; the build puts it in the place of this name. */
declare const VERSION: string;

// The command line: starts the program beside this file. Who only asks for the version waits for no program.
const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V'))
  process.stdout.write(`zonewright ${VERSION}\n`);
else load(dirname(realpathSync(__filename))).main(words);
