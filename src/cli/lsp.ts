import { type CommandRow, usage } from './arguments.ts';
import { EXIT_FINE } from './surroundings.ts';

/** `zonewright lsp`. */
export const lspRow: CommandRow<{ readonly kind: 'lsp' }> = {
  name: 'lsp',
  operands: '',
  about: 'Runs the language server on standard input and output.',
  options: [
    { name: 'stdio', about: 'speaks on standard input and output; there is no other way' },
    // Editors that start a server as a process of Node add these; the server reads them by itself.
    { name: 'node-ipc', about: '' },
    { name: 'socket', value: 'PORT', about: '' },
    { name: 'pipe', value: 'NAME', about: '' },
    // Clients that start a server add it; the server reads it by itself.
    { name: 'clientProcessId', value: 'PID', about: '' },
  ],
  exit: '',
  read: (words) => {
    if (words.paths.length > 0) return usage('lsp takes no paths');
    return ['stdio', 'node-ipc', 'socket', 'pipe'].some((name) => words.has(name))
      ? { kind: 'lsp' }
      : usage('lsp needs --stdio');
  },
  run: async (_command, around) => {
    await around.serve();
    return EXIT_FINE;
  },
};
