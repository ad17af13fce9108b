import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { RingReader } from './row-ring.ts';

const texts: Uint8Array[] = [];

function textAt(index: number): Uint8Array | undefined {
  while (texts[index] === undefined) {
    const received = parentPort && receiveMessageOnPort(parentPort);
    if (!received) return undefined;
    const { message } = received as { message: { text: Uint8Array; index: number } };
    texts[message.index] = message.text;
  }
  return texts[index];
}

new RingReader(workerData as SharedArrayBuffer, textAt).run();
