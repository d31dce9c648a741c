import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AdviceError } from '../adviceError';
import type { DownloadFile } from './downloadSources';

/** A connection that breaks off is made again so many times without a byte more. */
const triesWithoutProgress = 3;
/** Nothing came for so long: the connection counts as broken. */
const silenceMilliseconds = 30_000;

export interface DownloadOptions {
  readonly signal: AbortSignal;
  /** Hears the bytes that are there, and in all where the server tells. */
  readonly onProgress: (bytes: number, total: number) => void;
}

/**
 * Downloads a file, checks its digest, and puts it in its place. What came is kept beside it as .part, and a later call
 * goes on from there. Throws an AdviceError where that fails; the signal's reason where it was stopped.
 */
export async function downloadFile(
  file: DownloadFile,
  target: string,
  options: DownloadOptions,
): Promise<void> {
  if (existsSync(target)) return;
  const part = `${target}.part`;
  await mkdir(dirname(target), { recursive: true });
  let idle = 0;
  while (idle < triesWithoutProgress) {
    const before = await sizeOf(part);
    try {
      if (await fetchRest(file, part, before, options)) break;
    } catch (cause) {
      options.signal.throwIfAborted();
      if (cause instanceof AdviceError) throw cause;
      idle = (await sizeOf(part)) > before ? 0 : idle + 1;
      if (idle === triesWithoutProgress) throw broken(file, await sizeOf(part), cause);
    }
  }
  await checkDigest(file, part);
  await rename(part, target);
}

/** Fetches what is missing; true where the server has no more. */
async function fetchRest(
  { url, bytes }: DownloadFile,
  part: string,
  have: number,
  { signal, onProgress }: DownloadOptions,
): Promise<boolean> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Error('the server fell silent')), silenceMilliseconds);
  try {
    const response = await fetch(url, {
      headers: have > 0 ? { range: `bytes=${have}-` } : {},
      signal: AbortSignal.any([signal, silence.signal]),
    });
    // What is there is all there is, or of another file: the digest tells.
    if (response.status === 416) return true;
    if (!response.ok || response.body === null) throw refused(url, response);
    const goesOn = response.status === 206;
    const start = goesOn ? have : 0;
    const length = Number(response.headers.get('content-length'));
    const total = length > 0 ? start + length : bytes;
    const output = await open(part, goesOn ? 'a' : 'w');
    try {
      let written = start;
      for await (const chunk of response.body) {
        timer.refresh();
        await output.write(chunk);
        written += chunk.byteLength;
        onProgress(written, total);
      }
      if (length > 0 && written < total) throw new Error('the connection ended early');
    } finally {
      await output.close();
    }
    return true;
  } finally {
    clearTimeout(timer);
  }
}

async function checkDigest({ url, md5 }: DownloadFile, part: string): Promise<void> {
  const digest = createHash('md5');
  for await (const chunk of createReadStream(part, { highWaterMark: 1024 * 1024 })) digest.update(chunk);
  const found = digest.digest('hex');
  if (found === md5) return;
  await rm(part);
  throw new AdviceError(
    `${basename(url)} as it came from ${new URL(url).host} is not the published file (MD5 ${found} instead of ${md5}).`,
    'Download it again; if that happens once more, get the file elsewhere and choose it. What came was removed.',
  );
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}

function refused(url: string, { status, statusText }: Response): AdviceError {
  return new AdviceError(
    `${new URL(url).host} does not give ${basename(url)}: ${status} ${statusText}.`.replace(' .', '.'),
    'Try again later, or get the file elsewhere and choose it.',
  );
}

function broken({ url }: DownloadFile, have: number, cause: unknown): AdviceError {
  const { host } = new URL(url);
  if (have === 0)
    return new AdviceError(
      `${host} can't be reached: ${reasonOf(cause)}.`,
      `Check the network, or download ${url} on another machine and choose the file.`,
      { cause },
    );
  return new AdviceError(
    `The download of ${basename(url)} broke off after ${(have / 1e6).toFixed(1)} MB: ${reasonOf(cause)}.`,
    'Download again: it goes on from there.',
    { cause },
  );
}

/** fetch hides what happened in the cause of its error. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name is not known here, as without a network';
  if (code === 'ECONNREFUSED') return 'it refuses connections';
  return cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
}
