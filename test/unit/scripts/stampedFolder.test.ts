import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureFolder } from '../../../scripts/provision/stampedFolder.mjs';

let parent = '';
let folder = '';
let made = 0;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'layerwise-stamped-'));
  folder = join(parent, 'library');
  made = 0;
});
afterEach(() => rm(parent, { recursive: true, force: true }));

function ensure(source = 'wheel', thorough = false): Promise<{ made: boolean }> {
  return ensureFolder({
    folder,
    source,
    thorough,
    make: async (staging) => {
      made += 1;
      await mkdir(join(staging, 'content', 'lib'), { recursive: true });
      await writeFile(join(staging, 'content', 'lib', 'a.so'), 'library');
      await writeFile(join(staging, 'archive'), 'left behind');
    },
  });
}

describe('a folder that is made once', () => {
  it('is made, and left alone the second time', async () => {
    expect(await ensure()).toEqual({ made: true });
    expect(await ensure()).toEqual({ made: false });
    expect(await readFile(join(folder, 'lib', 'a.so'), 'utf8')).toBe('library');
    expect(await readdir(parent)).toEqual(['library']);
  });

  it.each([
    ['a file is missing', () => rm(join(folder, 'lib', 'a.so'))],
    ['a file has another length', () => writeFile(join(folder, 'lib', 'a.so'), 'libraries')],
    [
      'a file has the same length and another content',
      () => writeFile(join(folder, 'lib', 'a.so'), 'librarz'),
    ],
    ['the stamp is missing', () => rm(join(folder, 'layerwise-stamp.json'))],
    ['the stamp is cut off', () => writeFile(join(folder, 'layerwise-stamp.json'), '{"source":"wh')],
  ])('is made again when %s', async (_, spoil) => {
    await ensure();
    await spoil();
    expect(await ensure()).toEqual({ made: true });
    expect(await readFile(join(folder, 'lib', 'a.so'), 'utf8')).toBe('library');
  });

  it('is made again from another source', async () => {
    await ensure();
    expect(await ensure('another wheel')).toEqual({ made: true });
  });

  it('is found changed by a thorough look even under the old time', async () => {
    await ensure();
    const file = join(folder, 'lib', 'a.so');
    const stamp = JSON.parse(await readFile(join(folder, 'layerwise-stamp.json'), 'utf8'));
    const modified = stamp.files['lib/a.so'].modified / 1000;
    await writeFile(file, 'librarz');
    await utimes(file, modified, modified);
    expect(await ensure('wheel', true)).toEqual({ made: true });
  });

  it('is made once by two at a time', async () => {
    const results = await Promise.all([ensure(), ensure()]);
    expect(results.filter((result) => result.made)).toHaveLength(1);
    expect(made).toBe(1);
  });

  it('leaves nothing behind when making it fails', async () => {
    const failing = ensureFolder({
      folder,
      source: 'wheel',
      make: () => Promise.reject(new Error('no network')),
    });
    await expect(failing).rejects.toThrow('no network');
    expect(await readdir(parent)).toEqual([]);
  });

  it('takes over the lock and the leavings of a process that has ended', async () => {
    const ended = 2 ** 22 + 1;
    await writeFile(`${folder}.lock`, String(ended));
    await mkdir(`${folder}.making-${ended}`);
    expect(await ensure()).toEqual({ made: true });
    expect(existsSync(`${folder}.making-${ended}`)).toBe(false);
  });
});
