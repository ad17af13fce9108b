import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QuestionWaits, type Waiter } from '../../src/ports/question-waits.ts';

/** One that notes when it was called, and waits again as often as it is told. */
class Named implements Waiter<Named> {
  due = 0;
  previous: Named | undefined = undefined;
  next: Named | undefined = undefined;
  readonly #late: () => void;

  constructor(late: () => void) {
    this.#late = late;
  }

  late(): void {
    this.#late();
  }
}

/** Waits of 100 milliseconds on a clock that is set by hand; `timers` are those that were set. */
function waitsByHand() {
  const state = { now: 0, timers: 0 };
  const alarms: { readonly at: number; readonly run: () => void }[] = [];
  const later = (run: () => void, milliseconds: number): void => {
    state.timers++;
    alarms.push({ at: state.now + milliseconds, run });
  };
  const waits = new QuestionWaits<Named>(100, { now: () => state.now, later });
  const passTo = (time: number): void => {
    for (let alarm = alarms[0]; alarm && alarm.at <= time; alarm = alarms[0]) {
      alarms.shift();
      state.now = Math.max(state.now, alarm.at);
      alarm.run();
    }
    state.now = time;
  };
  return { waits, state, passTo };
}

test('each waits its time, in the order in which they came', () => {
  const { waits, state, passTo } = waitsByHand();
  const called: string[] = [];
  const wait = (name: string): Named => {
    const waiter = new Named(() => called.push(`${name} ${state.now}`));
    waits.add(waiter);
    return waiter;
  };
  wait('a');
  passTo(30);
  const b = wait('b');
  const c = wait('c');
  passTo(60);
  wait('d');
  waits.remove(b);
  assert.equal(waits.all().length, 3);
  passTo(99);
  assert.deepEqual(called, []);
  passTo(129);
  assert.deepEqual(called, ['a 100']);
  waits.remove(c);
  passTo(500);
  assert.deepEqual(called, ['a 100', 'd 160']);
  assert.deepEqual(waits.all(), []);
});

test('who is late may wait again, and whoever left may leave twice', () => {
  const { waits, state, passTo } = waitsByHand();
  const called: number[] = [];
  const again: Named = new Named(() => {
    called.push(state.now);
    if (called.length < 3) waits.add(again);
  });
  waits.add(again);
  passTo(1000);
  assert.deepEqual(called, [100, 200, 300]);
  waits.remove(again);
  const other = new Named(() => called.push(state.now));
  waits.add(other);
  waits.remove(again);
  passTo(2000);
  assert.deepEqual(called, [100, 200, 300, 1100]);
});

test('many that leave in time cost one timer', () => {
  const { waits, state, passTo } = waitsByHand();
  for (let i = 0; i < 1000; i++) {
    const waiter = new Named(() => assert.fail('it had left'));
    waits.add(waiter);
    passTo(i / 10);
    waits.remove(waiter);
  }
  passTo(1000);
  assert.equal(state.timers, 1);
});
