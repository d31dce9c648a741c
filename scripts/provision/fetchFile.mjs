// @ts-check
import { open } from 'node:fs/promises';
import { startProgress } from './progress.mjs';

const connectTimeout = 15_000;
const stallTimeout = 60_000;

/**
 * Downloads one file over https with progress. Gives up after 15 s without an answer and after 60 s without data.
 *
 * @param {string} address
 * @param {string} target
 * @param {string} what for the progress line
 */
export async function fetchFile(address, target, what) {
  const abort = new AbortController();
  let timer = setTimeout(
    () => abort.abort(new Error(`${address} did not answer within 15 s`)),
    connectTimeout,
  );
  const file = await open(target, 'w');
  try {
    const response = await fetch(address, { signal: abort.signal });
    if (!response.ok || response.body === null) {
      throw new Error(`${address} answered ${response.status} ${response.statusText}`);
    }
    const total = Number.parseInt(response.headers.get('content-length') ?? '', 10);
    const progress = startProgress(what, Number.isFinite(total) ? total : null);
    const reader = response.body.getReader();
    let received = 0;
    for (;;) {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(new Error(`${address} sent nothing for 60 s`)), stallTimeout);
      const { done, value } = await reader.read();
      if (done) break;
      received += value.byteLength;
      await file.write(value);
      progress.update(received);
    }
    progress.finish();
  } finally {
    clearTimeout(timer);
    await file.close();
  }
}
