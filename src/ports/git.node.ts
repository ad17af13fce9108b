import { type Environment, programOnPath } from './program-on-path.node.ts';

/** The whole name of git on PATH, outside the repository around a folder; undefined where there is none. */
export function gitProgram(
  folder: string,
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  return programOnPath({ name: 'git', outside: [folder], environment, platform });
}

/** Switches in front of the command that keep the repository's settings from running anything. */
export const GIT_SWITCHES: readonly string[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', process.platform === 'win32' ? 'NUL' : '/dev/null'],
  ['protocol.allow', 'never'],
  ['diff.external', ''],
  ['credential.helper', ''],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** The environment of git: it writes nothing, asks nobody and fetches nothing. Older gits ignore GIT_NO_LAZY_FETCH. */
export function gitEnvironment(environment: Environment = process.env): Record<string, string | undefined> {
  const { GIT_EXTERNAL_DIFF, GIT_SSH, GIT_SSH_COMMAND, GIT_PROXY_COMMAND, GIT_ASKPASS, SSH_ASKPASS, ...others } =
    environment;
  return {
    ...others,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
}
