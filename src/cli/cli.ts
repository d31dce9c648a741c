/** Entry of the command line: the process's own streams and signals around runCli. */
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StopReason } from './commandIo';
import { runCli } from './runCli';

const controller = new AbortController();

/** The first request stops cleanly, after the step under way; the second ends the process. */
function interrupt(signal: keyof typeof constants.signals): void {
  const reason: StopReason = { exitCode: 128 + constants.signals[signal] };
  if (controller.signal.aborted) process.exit(reason.exitCode);
  if (signal === 'SIGINT') process.stderr.write('\nStopping. Press Ctrl-C again to end at once.\n');
  controller.abort(reason);
}

process.on('SIGINT', () => interrupt('SIGINT'));
process.on('SIGTERM', () => interrupt('SIGTERM'));
// Whoever read the output has gone, as `head` does: what can't be written is dropped, and the run ends.
process.stdout.on('error', () => {
  if (!controller.signal.aborted) interrupt('SIGPIPE');
});
process.stderr.on('error', () => {});

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  buildFolder: dirname(dirname(fileURLToPath(import.meta.url))),
  batchWorker: fileURLToPath(new URL('./batchWorker.js', import.meta.url)),
  signal: controller.signal,
});
