import { type Disposable, EventEmitter } from 'vscode';
import { laterPhrase, translated } from '../language/phrase.ts';
import type { LiveRow } from '../shared/live-protocol.ts';
import { stateNumber } from '../shared/map-cells.ts';

/** What the last live checks said of addresses, in the words of a map; the newest answer counts. */
export class LiveStates implements Disposable {
  readonly #states = new Map<string, number>();
  readonly #changed = new EventEmitter<void>();
  readonly onChange = this.#changed.event;

  /** Takes the results of a check. */
  take(rows: readonly LiveRow[]): void {
    for (const { address, verdict } of rows) {
      const state = STATES.find(([title]) => translated(title) === verdict)?.[1];
      if (state === undefined) this.#states.delete(address);
      else this.#states.set(address, state);
    }
    this.#changed.fire();
  }

  /** Addresses with their states, as they are told to a map. */
  states(): readonly (readonly [string, number])[] {
    return [...this.#states];
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** The states by the headings of verdicts; what nobody knows has none. */
const STATES: readonly (readonly [title: string, state: number])[] = [
  [laterPhrase`confirmed`, stateNumber('agreed')],
  [laterPhrase`missing`, stateNumber('no-ptr')],
  [laterPhrase`not confirmed`, stateNumber('mismatch')],
  [laterPhrase`generic`, stateNumber('generic')],
  [laterPhrase`several names`, stateNumber('agreed')],
  [laterPhrase`the servers disagree`, stateNumber('mismatch')],
];
