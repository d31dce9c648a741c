import { fileURLToPath } from 'node:url';
import type { CommandIo } from '../../../src/cli/commandIo';
import { runCli } from '../../../src/cli/runCli';

const buildFolder = fileURLToPath(new URL('../../../out', import.meta.url));

/** A command's output and exit code. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process. `watch` sees all of standard output so far at each write. */
export async function runCommand(
  words: readonly string[],
  signal: AbortSignal = new AbortController().signal,
  watch: (stdout: string) => void = () => {},
): Promise<CommandResult> {
  let stdout = '';
  let stderr = '';
  const io: CommandIo = {
    stdout: {
      write(text) {
        stdout += text;
        watch(stdout);
      },
    },
    stderr: {
      write(text) {
        stderr += text;
      },
    },
    buildFolder,
    signal,
  };
  const code = await runCli(words, io);
  return { code, stdout, stderr };
}
