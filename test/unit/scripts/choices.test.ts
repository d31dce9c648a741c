import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeIsRecent } from '../../../scripts/checkout.mjs';
import { commandNeeds } from '../../../scripts/launch/commandNeeds.mjs';
import { hasDisplay } from '../../../scripts/launch/display.mjs';
import { sandboxSwitches } from '../../../scripts/launch/sandbox.mjs';
import { cacheFolder } from '../../../scripts/provision/cacheFolder.mjs';
import { chooseTensorFlow } from '../../../scripts/provision/computeDevice.mjs';
import { electronSources } from '../../../scripts/provision/electronSources.mjs';
import { missingLibraries, packageNames } from '../../../scripts/provision/systemLibraries.mjs';
import { findNvidiaDriver } from '../../../src/engine/devices/nvidiaDriver.mjs';

describe('the choice of TensorFlow', () => {
  const machine = {
    platform: 'linux',
    architecture: 'x64',
    nvidiaDriver: null,
    nvidiaDevices: 0,
    request: undefined,
  };

  it.each([
    [machine, 'cpu', /no NVIDIA driver/],
    [{ ...machine, nvidiaDevices: 1 }, 'cpu', /GPU, but no driver.*npx layerwise devices/],
    [{ ...machine, nvidiaDevices: 2, nvidiaDriver: '550.54.14' }, 'gpu', /driver 550\.54\.14 was found/],
    [{ ...machine, nvidiaDriver: '550.54.14' }, 'gpu', /driver 550\.54\.14 was found/],
    [{ ...machine, nvidiaDriver: '525.60' }, 'gpu', /525\.60/],
    [{ ...machine, nvidiaDriver: '470.256.02' }, 'cpu', /470\.256\.02 is older than 525.*update/],
    [{ ...machine, nvidiaDriver: 'unknown' }, 'gpu', /an NVIDIA driver was found/],
    [{ ...machine, nvidiaDriver: '550.54.14', request: 'cpu' }, 'cpu', /asks for the CPU/],
    [{ ...machine, request: 'gpu' }, 'gpu', /asks for the GPU/],
    [{ ...machine, request: 'gpu:1' }, 'gpu', /asks for the GPU/],
    [{ ...machine, request: 'wasm' }, 'wasm', /without native TensorFlow/],
    [{ ...machine, architecture: 'arm64', request: 'wasm' }, 'wasm', /without native TensorFlow/],
    [{ ...machine, request: '' }, 'cpu', /no NVIDIA driver/],
    [{ ...machine, architecture: 'arm64' }, 'tfjs', /linux arm64.*not tried/],
    [{ ...machine, platform: 'darwin', architecture: 'arm64' }, 'tfjs', /darwin arm64/],
    [{ ...machine, platform: 'win32', nvidiaDriver: '550.54.14' }, 'tfjs', /win32 x64/],
  ])('for %o is %s', (facts, variant, reason) => {
    const choice = chooseTensorFlow(facts);
    expect(choice.variant).toBe(variant);
    expect(choice.reason).toMatch(reason);
  });

  it('refuses another request', () => {
    expect(() => chooseTensorFlow({ ...machine, request: 'cuda' })).toThrow(
      /"cpu", "gpu", "gpu:1" or "wasm", got "cuda"/,
    );
  });

  it('reads the version of the driver as Linux states it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'layerwise-driver-'));
    const file = join(folder, 'version');
    const text =
      'NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  550.90.07  Release Build  (dvs-builder@U16)\n' +
      'GCC version:  gcc version 12.2.0 (Debian 12.2.0-14)\n';
    writeFileSync(file, text);
    expect(findNvidiaDriver(file)).toBe('550.90.07');
    expect(findNvidiaDriver(join(folder, 'none'), join(folder, 'none'))).toBeNull();
    expect(findNvidiaDriver(join(folder, 'none'), file)).toBe('unknown');
    rmSync(folder, { recursive: true });
  });
});

describe('the order of places for Electron', () => {
  const nowhere = {
    override: false,
    installed: false,
    releaseCached: false,
    releaseReachable: false,
    platform: 'linux',
    architecture: 'x64',
  };

  it.each([
    [{ ...nowhere, override: true, installed: true, releaseReachable: true }, ['override']],
    [{ ...nowhere, installed: true, releaseReachable: true }, ['installed']],
    [{ ...nowhere, releaseReachable: true }, ['release', 'fallback']],
    [{ ...nowhere, releaseCached: true }, ['release', 'fallback']],
    [nowhere, ['fallback']],
    [{ ...nowhere, architecture: 'arm64' }, []],
    [{ ...nowhere, platform: 'darwin', releaseReachable: true }, ['release']],
  ])('for %o is %o', (facts, sources) => {
    expect(electronSources(facts)).toEqual(sources);
  });
});

describe('system libraries', () => {
  it('that are missing are read from ldd, each once, without Electron’s own', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibffmpeg.so => not found',
      '\tlibgtk-3.so.0 => not found',
      '\tlibgtk-3.so.0 => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    ].join('\n');
    expect(missingLibraries(output)).toEqual(['libgtk-3.so.0']);
    expect(missingLibraries('')).toEqual([]);
  });

  it('go by the names that the distribution knows', () => {
    const packages = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3']];
    expect(packageNames(packages, () => true)).toEqual(['libgtk-3-0t64', 'libnss3']);
    expect(packageNames(packages, (name) => !name.endsWith('t64'))).toEqual(['libgtk-3-0', 'libnss3']);
    expect(packageNames(packages, () => false)).toEqual(['libgtk-3-0', 'libnss3']);
  });
});

describe('starting', () => {
  it('needs Node 20.19 or later', () => {
    expect(['20.19.0', '20.20.2', '22.0.0', '24.1.0'].map(nodeIsRecent)).not.toContain(false);
    expect(['20.18.3', '18.20.0', '19.99.0'].map(nodeIsRecent)).not.toContain(true);
  });

  it('needs a display on Linux', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
  });

  it('switches the sandbox off only where it can’t work, and says so', () => {
    const facts = { platform: 'linux', root: false, userNamespaces: true, helper: false };
    const off = [
      { ...facts, root: true },
      { ...facts, userNamespaces: false },
    ];
    const on = [
      facts,
      { ...facts, userNamespaces: false, helper: true },
      { ...facts, platform: 'darwin', root: true },
    ];
    for (const each of on) expect(sandboxSwitches(each, '/electron')).toEqual({ switches: [], sentence: '' });
    for (const each of off) {
      const { switches, sentence } = sandboxSwitches(each, '/electron');
      expect(switches).toEqual(['--no-sandbox']);
      expect(sentence).toMatch(/off/);
    }
  });

  it('fetches TensorFlow only to train', () => {
    const needing = [
      ['train', 'lenet-5', '--device', 'cpu'],
      ['train', 'lenet-5'],
      ['probe', 'lenet-5'],
      ['--json', 'train', 'a.layerwise'],
    ];
    const others = [
      [],
      ['templates'],
      ['describe', 'train'],
      ['train', '--help'],
      ['train', 'lenet-5', '--device', 'wasm'],
      ['new', 'lenet-5'],
      ['--version'],
    ];
    expect(needing.map((command) => commandNeeds(command).tensorFlow)).not.toContain(false);
    expect(others.map((command) => commandNeeds(command).tensorFlow)).not.toContain(true);
  });

  it('keeps downloads where the environment says', () => {
    expect(cacheFolder({ LAYERWISE_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
    expect(cacheFolder({ XDG_CACHE_HOME: '/b' })).toBe('/b/layerwise');
    expect(cacheFolder({})).toMatch(/[\\/]\.cache[\\/]layerwise$/);
  });
});
