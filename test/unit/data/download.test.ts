import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { downloadFile } from '../../../src/engine/data/downloadFile';

const content = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, place) => (place * place) % 251));
const md5 = createHash('md5').update(content).digest('hex');

/** What the server does with each request in turn; the last one is for all that follow. */
type Manner = 'whole' | 'ranges' | 'cut' | 'missing' | 'other';

let folder = '';
let server: Server;
let manners: Manner[] = [];
let ranges: (string | undefined)[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-download-'));
  ranges = [];
  server = createServer((request, response) => {
    const manner = (manners.length > 1 ? manners.shift() : manners[0]) ?? 'whole';
    const { range } = request.headers;
    ranges.push(range);
    if (manner === 'missing') return response.writeHead(404, 'Not Found').end();
    const start = manner === 'whole' ? 0 : Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
    const body = (manner === 'other' ? Buffer.alloc(content.length, 1) : content).subarray(start);
    response.writeHead(start > 0 ? 206 : 200, { 'content-length': body.length });
    if (manner !== 'cut') return response.end(body);
    response.write(body.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 20));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function fileOf(digest = md5) {
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/data.tar.gz`, md5: digest, bytes: content.length };
}

function download(
  signal = new AbortController().signal,
  onProgress = (_bytes: number) => {},
  file = fileOf(),
) {
  return downloadFile(file, join(folder, 'data.tar.gz'), { signal, onProgress });
}

async function failureOf(downloading: Promise<void>): Promise<AdviceError> {
  const error: unknown = await downloading.catch((caught: unknown) => caught);
  if (!(error instanceof AdviceError)) throw new Error(`It did not fail as it should: ${String(error)}`);
  return error;
}

describe('a download', () => {
  test('is whole, told as it comes, and not made twice', async () => {
    manners = ['whole'];
    const told: number[] = [];
    await download(undefined, (bytes) => told.push(bytes));
    expect(readFileSync(join(folder, 'data.tar.gz')).equals(content)).toBe(true);
    expect(told.at(-1)).toBe(content.length);
    await download();
    expect(ranges).toHaveLength(1);
  });

  test('goes on by itself where the connection is cut, from where it was', async () => {
    manners = ['cut', 'cut', 'ranges'];
    await download();
    expect(readFileSync(join(folder, 'data.tar.gz')).equals(content)).toBe(true);
    expect(ranges[0]).toBeUndefined();
    expect(ranges.slice(1).every((range) => /^bytes=[1-9]\d*-$/.test(range ?? ''))).toBe(true);
    expect(existsSync(join(folder, 'data.tar.gz.part'))).toBe(false);
  });

  test('begins anew where the server sends the whole file again', async () => {
    manners = ['cut', 'whole'];
    await download();
    expect(readFileSync(join(folder, 'data.tar.gz')).equals(content)).toBe(true);
  });

  test('that was stopped keeps what came, and goes on from there the next time', async () => {
    manners = ['cut', 'ranges'];
    const stop = new AbortController();
    const stopped = download(stop.signal, () => stop.abort());
    await expect(stopped).rejects.toThrow();
    const kept = statSync(join(folder, 'data.tar.gz.part')).size;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(content.length);
    await download();
    expect(ranges.at(-1)).toBe(`bytes=${kept}-`);
    expect(readFileSync(join(folder, 'data.tar.gz')).equals(content)).toBe(true);
  });

  test('of another file is refused and removed', async () => {
    manners = ['other'];
    const error = await failureOf(download());
    expect(error.message).toMatch(/is not the published file \(MD5/);
    expect(existsSync(join(folder, 'data.tar.gz')) || existsSync(join(folder, 'data.tar.gz.part'))).toBe(
      false,
    );
  });

  test('that the server does not have says so', async () => {
    manners = ['missing'];
    writeFileSync(join(folder, 'data.tar.gz.part'), content.subarray(0, 10));
    expect((await failureOf(download())).message).toMatch(/404 Not Found/);
  });

  test('without a network says so, and what else can be done', async () => {
    const file = fileOf();
    await new Promise((closed) => server.close(closed));
    const error = await failureOf(download(undefined, undefined, file));
    expect(error.message).toMatch(/can't be reached: it refuses connections/);
    expect(error.advice).toMatch(/choose the file/);
  });
});
