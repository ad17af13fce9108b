import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { grown, zeros } from '../text/typed-array.ts';

/** Names that wait, each once, first in first out. A set that is emptied while it is gone through slows down with its size. */
export class NameQueue {
  /** 1 for each name that waits. */
  #marks = new Uint8Array(1024);
  #names = new Int32Array(64);
  #first = 0;
  #end = 0;

  get size(): number {
    return this.#end - this.#first;
  }

  add(name: NameId): void {
    if (name >= this.#marks.length) this.#marks = grown(this.#marks, Math.max(name + 1, this.#marks.length * 2));
    if (this.#marks[name] === 1) return;
    this.#marks[name] = 1;
    if (this.#end === this.#names.length) this.#makeRoom();
    this.#names[this.#end++] = name;
  }

  /** Takes out the name that has waited longest; NO_NAME where none waits. */
  take(): NameId {
    if (this.#first === this.#end) return NO_NAME;
    const name = this.#names[this.#first++] as number;
    this.#marks[name] = 0;
    if (this.#first === this.#end) {
      this.#first = 0;
      this.#end = 0;
    }
    return name;
  }

  clear(): void {
    while (this.size > 0) this.take();
  }

  #makeRoom(): void {
    const size = this.size;
    const names = size > this.#names.length / 2 ? zeros(this.#names, this.#names.length * 2) : this.#names;
    names.set(this.#names.subarray(this.#first, this.#end));
    this.#names = names;
    this.#first = 0;
    this.#end = size;
  }
}
