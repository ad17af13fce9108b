import type { Project } from '../project/project.ts';
import type { Engine } from '../rules/engine/engine.ts';
import type { Sliced } from './loop.ts';

/**
 * The work behind all answers, in its order: texts are read, files get their zones, again until neither changes the
 * other, then the rules run. While the loop is held more files are still to come, and the rules wait for them.
 */
export class Analysis implements Sliced {
  readonly #project: Project;
  readonly #engine: Engine;
  readonly #isHeld: () => boolean;
  /** Counts how often files have got other zones. */
  associations = 0;

  constructor(project: Project, engine: Engine, isHeld: () => boolean) {
    this.#project = project;
    this.#engine = engine;
    this.#isHeld = isHeld;
  }

  check(isOver: () => boolean): boolean {
    if (!this.#associate(isOver)) return false;
    if (!this.#engine.store.step(isOver)) return false;
    // What is included, and in which order octets stand, is known only now.
    if (this.#project.needsAssociation) return false;
    return this.#isHeld() || this.#engine.check(isOver);
  }

  sweep(isOver: () => boolean): boolean {
    return this.#engine.step(isOver);
  }

  #associate(isOver: () => boolean): boolean {
    if (!this.#project.needsAssociation) return true;
    const isDone = this.#project.step(isOver);
    if (this.#project.takeChange()) this.associations++;
    return isDone;
  }
}
