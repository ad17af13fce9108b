import { filesTwice, stageTwice } from '../second-try.ts';
import type { Stage } from '../stage.ts';
import { auditStage } from './audit.ts';
import { buildStage } from './build.ts';
import { minimumStage, vscodeStage, webStage } from './editor.ts';
import { lintStage } from './lint.ts';
import {
  grammarStage,
  largeStage,
  programsStage,
  propertyStage,
  runTestFiles,
  serverStage,
  testFiles,
  unitStage,
} from './node-tests.ts';

/** What comes first, one after the other: the later stages run what it builds. */
export const buildStages: readonly Stage[] = [buildStage];

/**
 * The stages that stand alone and may run side by side, the longest first, so that both lanes end together. Editors come
 * after what needs none: by then their servers are installed, and beside the longest of them nothing else opens windows.
 */
export const sideBySideStages: readonly Stage[] = [
  propertyStage,
  programsStage,
  fileStage('ui'),
  largeStage,
  serverStage,
  unitStage,
  stageTwice(minimumStage),
  fileStage('vsix'),
  stageTwice(vscodeStage),
  fileStage('start'),
  fileStage('live'),
  lintStage,
  stageTwice(webStage),
  fileStage('editors'),
  grammarStage,
  auditStage,
];

/** The tests of a folder below test/e2e, which start an editor or servers by themselves. */
function fileStage(name: string): Stage {
  return { name, run: (log) => filesTwice(testFiles(`test/e2e/${name}`, []), runTestFiles, log) };
}
