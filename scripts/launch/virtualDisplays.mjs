// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts virtual displays, each for one window at a time: two on one display would take the focus and the clipboard from
 * one another.
 *
 * @param {number} count
 * @returns {Promise<{names: readonly string[], end: () => void}>} names as DISPLAY takes them
 */
export async function startVirtualDisplays(count) {
  const started = Array.from({ length: count }, startOne);
  const end = () => {
    for (const { server } of started) server.kill();
  };
  try {
    return { names: await Promise.all(started.map(({ name }) => name)), end };
  } catch (error) {
    end();
    throw error;
  }
}

/** Xvfb chooses a free number, and writes it to the file descriptor that it is told. */
function startOne() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = server.stdio[3];
  if (numbers == null) throw new Error('Xvfb has no way to tell its number.');
  const refused = once(server, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with ${code} before it showed a display.`);
  });
  const name = Promise.race([once(numbers, 'data').then(([text]) => `:${String(text).trim()}`), refused]);
  refused.catch(() => undefined);
  return { server, name };
}
