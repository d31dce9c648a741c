import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findLibraries } from '../../../src/engine/devices/findLibraries';

const { LD_LIBRARY_PATH: before } = process.env;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-libraries-'));
});
afterEach(async () => {
  if (before === undefined) delete process.env['LD_LIBRARY_PATH'];
  else process.env['LD_LIBRARY_PATH'] = before;
  await rm(folder, { recursive: true });
});

describe.skipIf(process.platform !== 'linux')('the libraries of a machine', () => {
  it('are looked for where the loader looks first, and told by the version that a link leads to', async () => {
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    for (const place of [first, second]) {
      await mkdir(place);
      await writeFile(join(place, 'libcuda.so.1'), '');
    }
    await writeFile(join(first, 'libcufft.so.11.2.3.61'), '');
    await symlink('libcufft.so.11.2.3.61', join(first, 'libcufft.so.11'));
    process.env['LD_LIBRARY_PATH'] = [first, second, join(folder, 'none')].join(':');
    const { driverLibrary, cudaLibraries } = await findLibraries();
    expect(driverLibrary).toBe(join(first, 'libcuda.so.1'));
    const fourier = cudaLibraries.find(({ file }) => file === 'libcufft.so.11');
    // A wheel beside TensorFlow goes before.
    if (fourier?.path?.startsWith(folder)) expect(fourier.version).toBe('11.2.3.61');
    else expect(fourier?.path).toContain('cufft');
  });

  it('keep nobody from anything while they are looked for', async () => {
    let turns = 0;
    const looking = findLibraries();
    setImmediate(() => {
      turns += 1;
    });
    await looking;
    expect(turns).toBe(1);
  });
});
