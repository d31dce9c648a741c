import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requireDigest, sha256OfFile, sha256OfText } from '../../../scripts/provision/digests.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-digests-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Test vectors of FIPS 180-2: the empty message, "abc" (appendix B.1) and a million times "a" (B.3). */
const vectors = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
] as const;

describe('digests', () => {
  it.each(vectors)('are those of the standard (%#)', async (text, digest) => {
    const file = join(folder, 'sample');
    await writeFile(file, text);
    expect(await sha256OfFile(file)).toBe(digest);
    expect(sha256OfText(text)).toBe(digest);
    await requireDigest(file, digest, 'the sample');
  });

  it('refuse a file with another content, naming it and what to do', async () => {
    const file = join(folder, 'sample');
    await writeFile(file, 'abd');
    await expect(requireDigest(file, vectors[1][1], 'A wheel from PyPI')).rejects.toThrow(
      /A wheel from PyPI does not have the pinned SHA-256.*Try again/,
    );
  });
});
