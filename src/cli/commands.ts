import type { CommandRow } from './arguments.ts';
import { checkRow } from './check-row.ts';
import { compileRow } from './compile.ts';
import { configRow } from './config.ts';
import { diffRow } from './diff.ts';
import { explainRow } from './explain.ts';
import { explainBounceRow } from './explain-bounce-row.ts';
import { fixRow } from './fix-row.ts';
import { formatRow } from './format.ts';
import { initRow } from './init.ts';
import { liveRow } from './live-row.ts';
import { lspRow } from './lsp.ts';
import { mapRow } from './map.ts';
import { rulesRow } from './rules.ts';
import { zonesRow } from './zones.ts';

/** All commands, in the order of the help. */
export const commandRows: readonly CommandRow[] = [
  checkRow,
  fixRow,
  formatRow,
  compileRow,
  diffRow,
  liveRow,
  mapRow,
  zonesRow,
  explainBounceRow,
  explainRow,
  rulesRow,
  configRow,
  initRow,
  lspRow,
];
