import { main } from './program.node.ts';

// The command line without what the build makes of it, for tests.
main(process.argv.slice(2));
