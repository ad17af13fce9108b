import type { TestContext } from 'node:test';

/** For how long something is kept that no test uses, in milliseconds. */
const REST = 1000;

/**
 * Something costly that the tests of a process share: made for the first of them, and ended when none has come for a
 * second, so that the process can end. A test uses it until its own hooks have run.
 */
export class Kept<T> {
  readonly #make: () => Promise<T>;
  readonly #end: (thing: T) => Promise<void>;
  #thing: Promise<T> | undefined;
  #users = 0;
  #rest: NodeJS.Timeout | undefined;

  constructor(make: () => Promise<T>, end: (thing: T) => Promise<void>) {
    this.#make = make;
    this.#end = end;
  }

  async use(t: TestContext): Promise<T> {
    clearTimeout(this.#rest);
    this.#users += 1;
    t.after(() => this.#leave());
    this.#thing ??= this.#make();
    try {
      return await this.#thing;
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** The next test gets another one: this one has ended by itself. */
  forget(): void {
    this.#thing = undefined;
  }

  #leave(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.#rest = setTimeout(() => {
      const thing = this.#thing;
      this.forget();
      void thing?.then(this.#end);
    }, REST);
  }
}
