import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listGpus } from '../../../src/engine/devices/nvidiaProgram';

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

describe.skipIf(process.platform === 'win32')('the driver that is asked', () => {
  it('tells its GPUs, or why it can’t', async () => {
    await installDriver('echo "0, GPU-1a, 15360, 101, 7.5, NVIDIA T4"');
    const { gpus, driverComplaint } = await listGpus();
    expect([gpus.map(({ name }) => name), driverComplaint]).toEqual([['NVIDIA T4'], null]);
    await installDriver('echo "NVIDIA-SMI has failed because it could not talk to the driver."; exit 9');
    expect(await listGpus()).toEqual({
      gpus: [],
      driverComplaint: 'NVIDIA-SMI has failed because it could not talk to the driver.',
    });
    await installDriver('exit 0');
    expect(await listGpus()).toEqual({ gpus: [], driverComplaint: 'nvidia-smi lists no GPU' });
  });

  it('keeps nobody from anything while it hangs, and is not waited for longer than is said', async () => {
    // It takes no notice of being asked to end, either.
    await installDriver("trap '' TERM; exec sleep 30");
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 20);
    const began = performance.now();
    const { gpus, driverComplaint } = await listGpus(600);
    clearInterval(timer);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(turns).toBeGreaterThan(5);
    expect(gpus).toEqual([]);
    expect(driverComplaint).toBe('nvidia-smi did not answer within 0.6 s');
  });
});
