// @ts-check
/**
 * Progress on standard error: on a terminal one line that updates, elsewhere a plain line every ten seconds.
 * Standard output stays free for results.
 */
const plainInterval = 10_000;

/**
 * Writes one finished line.
 *
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * "274 MB", "1.2 GB": decimal units, as download pages state them.
 *
 * @param {number} bytes
 * @returns {string}
 */
export function formatBytes(bytes) {
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/**
 * "Downloading TensorFlow: 120 of 274 MB (44 %)"; without a known total only what has arrived.
 *
 * @param {string} what
 * @param {number} done bytes
 * @param {number | null} total bytes
 * @returns {string}
 */
export function progressText(what, done, total) {
  if (total === null || total <= 0) return `${what}: ${formatBytes(done)}`;
  const percent = Math.min(100, Math.floor((100 * done) / total));
  return `${what}: ${formatBytes(Math.min(done, total))} of ${formatBytes(total)} (${percent} %)`;
}

/** @typedef {{what: string, done: number, total: number | null}} ProgressNews `done` and `total` in bytes */

/** @type {((news: ProgressNews) => void) | null} */
let listener = null;

/**
 * Has progress told to a program too, for a window that shows it.
 *
 * @param {(news: ProgressNews) => void} follow
 */
export function followProgress(follow) {
  listener = follow;
}

/**
 * Starts reporting on one piece of work.
 *
 * @param {string} what for example "Downloading TensorFlow 2.21.0"
 * @param {number | null} total bytes, null when unknown
 * @param {NodeJS.WriteStream} stream
 */
export function startProgress(what, total, stream = process.stderr) {
  const terminal = stream.isTTY === true;
  const begun = Date.now();
  let lastPlain = begun;
  if (!terminal) stream.write(`${what}${total === null ? '' : ` (${formatBytes(total)})`} …\n`);

  return {
    /** @param {number} done bytes */
    update(done) {
      listener?.({ what, done, total });
      const text = progressText(what, done, total);
      if (terminal) stream.write(`\r\u001b[K${text}`);
      else if (Date.now() - lastPlain >= plainInterval) {
        lastPlain = Date.now();
        stream.write(`${text}\n`);
      }
    },
    finish() {
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      stream.write(`${terminal ? '\r\u001b[K' : ''}${what}: done in ${seconds} s\n`);
    },
    fail() {
      if (terminal) stream.write('\r\u001b[K');
    },
  };
}
