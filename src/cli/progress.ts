import type { Progress } from './surroundings.ts';

/** Work that is over sooner than this says nothing. */
const PATIENCE_MS = 1000;
const PAUSE_MS = 200;
/** So many ticks go by before the clock is looked at. */
const TICKS = 256;
/** Takes away what stands on the line. */
const CLEAR = '\r\u001b[K';

/** A line on a terminal that is written anew from time to time while work goes on, and gone when it is over. */
export function progressLine(write: (text: string) => void, now: () => number): Progress {
  let count = 0;
  let start = 0;
  let last = 0;
  let describe: (() => string) | undefined;
  let isShown = false;
  return {
    begin(what) {
      describe = what;
      start = now();
      last = start + PATIENCE_MS - PAUSE_MS;
    },
    tick() {
      if (!describe || ++count % TICKS !== 0) return false;
      const time = now();
      if (time - last < PAUSE_MS) return false;
      last = time;
      isShown = true;
      write(`${CLEAR}Checking: ${describe()}, ${Math.round((time - start) / 1000)} s`);
      return false;
    },
    end() {
      describe = undefined;
      if (isShown) write(CLEAR);
      isShown = false;
    },
  };
}
