/** The part of mocha's browser build, which runs in every host, that the suites use. */
declare module 'mocha/mocha.mjs' {
  interface Runner {
    readonly stats?: { readonly passes: number; readonly failures: number; readonly pending: number };
  }
  export const mocha: {
    setup(options: { ui: 'tdd'; color: boolean; timeout: number; reporter: 'spec' }): void;
  };
  const Mocha: {
    readonly reporters: { readonly Base: { consoleLog: (template: string, ...values: readonly unknown[]) => void } };
    readonly prototype: { run(this: typeof mocha, done: (failed: number) => void): Runner };
  };
  export default Mocha;
}
