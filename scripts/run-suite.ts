// `run-suite.ts EXECUTABLE TESTS FOLDER` runs a bundled suite with the extension in that VS Code, on that folder.
import { runTests } from '@vscode/test-electron';
import { root } from './root.ts';

const [vscodeExecutablePath = '', extensionTestsPath = '', folder = ''] = process.argv.slice(2);
runTests({ vscodeExecutablePath, extensionDevelopmentPath: root, extensionTestsPath, launchArgs: [folder] }).catch(
  (error: unknown) => {
    console.error(String(error));
    process.exit(1);
  },
);
