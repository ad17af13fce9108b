// Tests that wait for other programs and fail run once more: on two busy cores an editor loses a key or a pointer now and
// then, and others take longer than a test waits. The failure is printed all the same, and counts where it comes again.
import type { Stage } from './stage.ts';
import { type FilesTally, sum, type Tally } from './test-reporter.mts';

type Log = (line: string) => void;

const onceMore = '  FAILED, runs once more';

/** Runs test files, and once more those of which a test failed; a process that broke off is a failure at once. */
export async function filesTwice(
  files: readonly string[],
  run: (files: readonly string[], log: Log) => Promise<FilesTally>,
  log: Log,
): Promise<Tally> {
  const first = await run(files, log);
  const failing = Object.keys(first.failing);
  if (failing.length === 0) return first;
  log(`${onceMore}: ${failing.join(', ')}`);
  const second = await run(failing, log);
  const replaced = sum(Object.values(first.failing));
  return sum([{ passed: first.passed - replaced.passed, failed: first.failed - replaced.failed }, second]);
}

/** The stage, whose tests share one editor: where one fails, all run once more in a new one. */
export function stageTwice({ name, run }: Stage): Stage {
  return {
    name,
    async run(log) {
      const first = await run(log);
      if (first.failed === 0) return first;
      log(onceMore);
      return run(log);
    },
  };
}
