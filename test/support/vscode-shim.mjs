#!/usr/bin/env node
// Stands in for the `code` executable in runTests({ vscodeExecutablePath }) of @vscode/test-electron.
import 'tsx';

await import('./vscode-shim.ts');
