import type { FileHandle } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Refusal } from './requestRules';

/** An open file, and how long it was when it was opened. */
interface OpenFile {
  readonly handle: FileHandle;
  readonly bytes: number;
}

/** Whoever takes nothing for so long gets no more. */
const patienceMilliseconds = 4_000;

/**
 * Sends a file, or the part of it that a Range header asks for: one that grows meanwhile up to its length at the start.
 * Closes it. Returns why nothing is sent; null where it is, also where whoever asked hangs up.
 */
export async function sendFile(
  { handle, bytes }: OpenFile,
  range: string | undefined,
  response: ServerResponse,
): Promise<Refusal | null> {
  try {
    const part = range === undefined ? { start: 0, end: bytes } : parseRange(range, bytes);
    if (part === null) return { status: 416, reason: `The file has ${bytes} bytes.` };
    const { start, end } = part;
    response.writeHead(range === undefined ? 200 : 206, {
      'content-type': 'application/octet-stream',
      'content-length': end - start,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...(range !== undefined && { 'content-range': `bytes ${start}-${end - 1}/${bytes}` }),
    });
    response.setTimeout(patienceMilliseconds, () => response.destroy());
    if (start === end) response.end();
    else await pipeline(handle.createReadStream({ start, end: end - 1, autoClose: false }), response);
    return null;
  } catch {
    response.destroy();
    return null;
  } finally {
    await handle.close().catch(() => {});
  }
}

/** `bytes=100-` and `bytes=100-199`, within the file; null for all else. `end` is behind the last byte. */
function parseRange(range: string, bytes: number): { readonly start: number; readonly end: number } | null {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(range) ?? [];
  if (first === undefined) return null;
  const start = Number(first);
  const end = last === undefined ? bytes : Math.min(bytes, Number(last) + 1);
  return start < end ? { start, end } : null;
}
