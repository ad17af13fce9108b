import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { load } from './load.node.ts';

/** The engine as a library (see `types/index.d.ts`): of the same program as the command line. */
export const { checkZones } = load(dirname(realpathSync(__filename)));
