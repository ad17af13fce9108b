import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { RingReader } from './row-ring.ts';
import type { SharedTexts } from './shared-texts.ts';

/** How long a reader that is far enough ahead pauses: to be woken would cost the other thread more. */
const PAUSE_MS = 4;

const readers: RingReader[] = [];
const wakes = new Int32Array(workerData as SharedArrayBuffer);

for (;;) {
  const count = Atomics.load(wakes, 0);
  receiveTexts();
  let hasRead = false;
  // A block of each in turn: what V8 makes of the reader is then right for the rows of all.
  for (const reader of readers) if (reader.step()) hasRead = true;
  const isWanted = readers.some((reader) => reader.isWanted);
  if (!hasRead) Atomics.wait(wakes, 0, count, isWanted ? PAUSE_MS : Number.POSITIVE_INFINITY);
}

function receiveTexts(): void {
  for (;;) {
    const received = parentPort && receiveMessageOnPort(parentPort);
    if (!received) return;
    const { texts, memory } = received.message as { texts: SharedTexts; memory: SharedArrayBuffer };
    readers.push(new RingReader(memory, texts));
  }
}
