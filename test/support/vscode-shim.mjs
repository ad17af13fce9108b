#!/usr/bin/env node
// Stands in for the `code` executable in runTests({ vscodeExecutablePath }) of @vscode/test-electron.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./vscode-shim.ts');
process.exit(await main(process.argv.slice(2)));
