import Mocha, { mocha } from 'mocha/mocha.mjs';
import { reportMark } from './report-mark.ts';

type Body = () => void | Promise<void>;

/** What mocha's tdd interface adds to the global object. */
interface Tdd {
  suite(title: string, body: () => void): void;
  test(title: string, body: Body): void;
  setup(body: Body): void;
  teardown(body: Body): void;
  suiteSetup(body: Body): void;
  suiteTeardown(body: Body): void;
}

mocha.setup({ ui: 'tdd', color: false, timeout: 30_000, reporter: 'spec' });

// The call above has put them there.
export const { suite, test, setup, teardown, suiteSetup, suiteTeardown } = globalThis as unknown as Tdd;

/** Prints to whoever started the editor, each line with the mark that tells it from the editor's own. */
export function say(text: string): void {
  for (const line of text.split('\n')) console.log(`${reportMark}${line}`);
}

/** Runs what the imported test files have declared, and ends its report with a tally; rejects where a test failed. */
export function runMocha(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (template, ...values) => say(formatted(template, values));
  return new Promise((resolve, reject) => {
    const runner = Mocha.prototype.run.call(mocha, (failedCount) => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      const failed = Math.max(failures, failedCount) + pending;
      say(`tally:${JSON.stringify({ passed: passes, failed })}`);
      if (failed > 0 || passes === 0) reject(new Error(`${failed} tests failed`));
      else resolve();
    });
  });
}

/** printf as mocha's reporters use it: `%s` and `%d`; values without a place follow. */
function formatted(template: string, values: readonly unknown[]): string {
  const rest = [...values];
  const text = String(template ?? '').replace(/%[sd%]/g, (place) => (place === '%%' ? '%' : String(rest.shift())));
  return [text, ...rest.map(String)].join(' ');
}
