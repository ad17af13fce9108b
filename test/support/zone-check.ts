import assert from 'node:assert/strict';
import { run } from '../../scripts/processes.ts';
import { bind, findProgram } from '../../scripts/programs.ts';

/** Fails where named-checkzone does not accept the file as that zone. */
export async function checkZone(zone: string, file: string): Promise<void> {
  const checkzone = findProgram(bind);
  assert.ok(checkzone, 'named-checkzone is installed');
  const { code, output } = await run(checkzone, ['-i', 'none', '-k', 'ignore', zone, file]);
  assert.equal(code, 0, output);
}
