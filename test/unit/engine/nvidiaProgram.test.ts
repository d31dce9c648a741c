import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listGpus, listGpusAside } from '../../../src/engine/devices/nvidiaProgram';

const { PATH: path = '' } = process.env;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-driver-'));
  process.env['PATH'] = folder + delimiter + path;
});
afterEach(async () => {
  process.env['PATH'] = path;
  await rm(folder, { recursive: true });
});

/** A program that comes first under the driver's name. */
function installDriver(script: string): Promise<void> {
  return writeFile(join(folder, 'nvidia-smi'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

describe.skipIf(process.platform === 'win32')('the driver that is asked aside', () => {
  it('says the same as the one that is waited for', async () => {
    await installDriver('echo "0, GPU-1a, 15360, 101, 7.5, NVIDIA T4"');
    expect(listGpus().gpus.map(({ name }) => name)).toEqual(['NVIDIA T4']);
    expect(await listGpusAside()).toEqual(listGpus());
    await installDriver('echo "NVIDIA-SMI has failed because it could not talk to the driver."; exit 9');
    const complaint = { gpus: [], driverComplaint: expect.stringContaining('NVIDIA-SMI has failed') };
    expect(listGpus()).toEqual(complaint);
    expect(await listGpusAside()).toEqual(complaint);
  });

  it('keeps nobody from anything while it hangs, and is not waited for longer than is said', async () => {
    // It takes no notice of being asked to end, either.
    await installDriver("trap '' TERM; exec sleep 30");
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 20);
    const began = performance.now();
    const { gpus, driverComplaint } = await listGpusAside(600);
    clearInterval(timer);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(turns).toBeGreaterThan(5);
    expect(gpus).toEqual([]);
    expect(driverComplaint).toBe('nvidia-smi did not answer within 0.6 s');
  });
});
