import type { Tally } from './test-reporter.mts';

/** A part of `npm test`: prints through `log` and gives what it counted. Throwing counts as one failure. */
export interface Stage {
  readonly name: string;
  readonly run: (log: (line: string) => void) => Promise<Tally>;
}

/** What a stage gives and how long it took. */
export interface StageResult {
  readonly name: string;
  readonly tally: Tally;
  readonly seconds: number;
}

/** Runs one stage, collects its lines and prints them in one piece when it ends, so that stages may run side by side. */
export async function runStage(stage: Stage): Promise<StageResult> {
  const begin = Date.now();
  const lines: string[] = [];
  const tally = await tallyOf(stage, (line) => lines.push(line));
  const seconds = (Date.now() - begin) / 1000;
  const counts = `${tally.passed} passed, ${tally.failed} failed`;
  console.log([`=== ${stage.name}: ${counts}, ${seconds.toFixed(1)} s`, ...lines].join('\n'));
  return { name: stage.name, tally, seconds };
}

async function tallyOf(stage: Stage, log: (line: string) => void): Promise<Tally> {
  try {
    const tally = await stage.run(log);
    if (tally.passed + tally.failed > 0) return tally;
    log('no test ran');
  } catch (error) {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return { passed: 0, failed: 1 };
}
