/** The part of mocha's browser build, which runs in every host, that the suites use. */
declare module 'mocha/mocha.js' {
  interface Mocha {
    setup(options: { ui: 'tdd'; color: boolean; timeout: number; reporter: 'spec' }): void;
  }
  const mocha: Mocha;
  export default mocha;
}
