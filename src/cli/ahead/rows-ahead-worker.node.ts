import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { RingReader } from './row-ring.ts';
import type { SharedTexts } from './shared-texts.ts';

/** Blocks of a ring that are read before it is the next one's turn. */
const BLOCKS_IN_TURN = 1;
/** How long a reader that is far enough ahead pauses: to be woken would cost the other thread more. */
const PAUSE_MS = 4;

const readers: RingReader[] = [];
const wakes = new Int32Array(workerData as SharedArrayBuffer);

for (;;) {
  const count = Atomics.load(wakes, 0);
  receiveTexts();
  let hasRead = false;
  for (const reader of readers) if (readSome(reader)) hasRead = true;
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

function readSome(reader: RingReader): boolean {
  let count = 0;
  while (count < BLOCKS_IN_TURN && reader.step()) count++;
  return count > 0;
}
