import { type CommandRow, usage } from './arguments.ts';
import { EXIT_FINE } from './surroundings.ts';

/** `zonewright lsp`. */
export const lspRow: CommandRow<{ readonly kind: 'lsp' }> = {
  name: 'lsp',
  operands: '',
  about: 'Runs the language server on standard input and output.',
  options: [
    { name: 'stdio', about: 'speaks on standard input and output; there is no other way' },
    // Clients that start a server add it; the server reads it by itself.
    { name: 'clientProcessId', value: 'PID', about: '' },
  ],
  exit: '',
  read: (words) => {
    if (words.paths.length > 0) return usage('lsp takes no paths');
    return words.has('stdio') ? { kind: 'lsp' } : usage('lsp needs --stdio');
  },
  run: async (_command, around) => {
    await around.serve();
    return EXIT_FINE;
  },
};
