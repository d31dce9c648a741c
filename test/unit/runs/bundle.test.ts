import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { bundleRun } from '../../../src/engine/runs/bundle/bundleRun';
import { openBundle } from '../../../src/engine/runs/bundle/openBundle';
import { openRunFolder } from '../../../src/engine/runs/openRunFolder';
import { temporaryFolder } from './temporaryFolder';
import { writeRun } from './writtenRun';

const parent = temporaryFolder();
const inParent = (...names: readonly string[]) => join(parent.path, ...names);
const bundle = () => inParent('run.layerwise-run');

async function bundled(): Promise<void> {
  writeRun(inParent('run'));
  await bundleRun(inParent('run'), bundle());
}

/** All files below a folder, with their content. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'base64')]),
  );
}

/** A bundle of any files, as somebody with bad intentions would make one. */
function forge(change: (files: Record<string, Uint8Array>, manifest: Manifest) => void): void {
  const files: Record<string, Uint8Array> = { ...unzipSync(readFileSync(bundle())) };
  const manifest: Manifest = JSON.parse(Buffer.from(files['bundle.json'] ?? []).toString());
  change(files, manifest);
  files['bundle.json'] ??= Buffer.from(JSON.stringify(manifest));
  writeFileSync(bundle(), zipSync(files));
}

interface Manifest {
  format: string;
  files: { name: string; entry: string; bytes: number; sha256: string }[];
}

describe('a bundle', () => {
  it('is unpacked to the same run', async () => {
    await bundled();
    await openBundle(bundle(), inParent('new', 'copy'));
    const { 'checkpoints/previous.safetensors': _, ...expected } = contents(inParent('run'));
    expect(contents(inParent('new', 'copy'))).toEqual(expected);
    expect(openRunFolder(inParent('new', 'copy'))).toMatchObject({ state: 'finished', damage: [] });
    expect(readdirSync(inParent('new'))).toEqual(['copy']);
  });

  it('is a zip file that any program opens, the same for the same run', async () => {
    await bundled();
    const first = readFileSync(bundle());
    const files = unzipSync(first);
    expect(Buffer.from(files['run.json'] ?? [])).toEqual(readFileSync(inParent('run', 'run.json')));
    await bundleRun(inParent('run'), bundle());
    expect(readFileSync(bundle()).equals(first)).toBe(true);
  });

  it('holds a checkpoint of two names once', async () => {
    writeRun(inParent('run'));
    const [best, last] = ['best', 'last'].map((name) =>
      inParent('run', 'checkpoints', `${name}.safetensors`),
    );
    writeFileSync(last ?? '', Buffer.alloc(100_000, 'x'));
    rmSync(best ?? '');
    linkSync(last ?? '', best ?? '');
    await bundleRun(inParent('run'), bundle());
    expect(statSync(bundle()).size).toBeLessThan(150_000);
    await openBundle(bundle(), inParent('copy'));
    expect(readFileSync(inParent('copy', 'checkpoints', 'last.safetensors')).length).toBe(100_000);
    expect(readFileSync(inParent('copy', 'checkpoints', 'best.safetensors')).length).toBe(100_000);
  });

  it('leaves out the lock and what is half written', async () => {
    writeRun(inParent('run'));
    for (const name of ['lock', 'run.json.partial', 'checkpoints/last.safetensors.partial', '.hidden.txt'])
      writeFileSync(inParent('run', name), '');
    await bundleRun(inParent('run'), bundle());
    expect(
      Object.keys(unzipSync(readFileSync(bundle()))).filter((name) => /lock|partial|hidden/.test(name)),
    ).toEqual([]);
  });

  const forgeries: readonly { case: string; change: Parameters<typeof forge>[0]; message: RegExp }[] = [
    ...[
      '../escaped.txt',
      '/escaped.txt',
      'a/../../escaped.txt',
      'a\\..\\escaped.txt',
      'C:/x.txt',
      'a/b/c.txt',
      'nul.txt',
      '..',
      'a./b.txt',
    ].map((name) => ({
      case: `the name ${name}`,
      change: (files: Record<string, Uint8Array>, { files: list }: Manifest) => {
        delete files['bundle.json'];
        files[name] = Buffer.from('x');
        list.push({ name, entry: name, bytes: 1, sha256: '0'.repeat(64) });
      },
      message: /is no file of a run folder/,
    })),
    {
      case: 'a file that is larger than it says',
      change: (files, { files: list }) => {
        delete files['bundle.json'];
        files['metrics.jsonl'] = new Uint8Array(8 * 1024 ** 2);
        for (const file of list) if (file.name === 'metrics.jsonl') file.bytes = 100;
      },
      message: /holds more than it says/,
    },
    {
      case: 'another content',
      change: (files) => {
        const values = files['telemetry/losses.f32'];
        if (values !== undefined) values[5] = (values[5] ?? 0) ^ 1;
      },
      message: /its telemetry\/losses\.f32 is damaged/,
    },
    {
      case: 'a claim of too much',
      change: (files, { files: list }) => {
        delete files['bundle.json'];
        for (const file of list) file.bytes = 2 ** 40;
      },
      message: /more than 16 GiB/,
    },
    {
      case: 'too many files',
      change: (files) => {
        for (let number = 0; number < 1000; number++) files[`file${number}.txt`] = new Uint8Array(0);
      },
      message: /more than 200 files/,
    },
    {
      case: 'a file twice',
      change: (files, { files: list }) => {
        delete files['bundle.json'];
        list.push(
          ...list.filter(({ name }) => name === 'run.json').map((file) => ({ ...file, name: 'RUN.json' })),
        );
      },
      message: /holds a file twice/,
    },
    {
      case: 'a small name for a large file',
      change: (files, { files: list }) => {
        delete files['bundle.json'];
        list.push(...list.slice(0, 1).map((file) => ({ ...file, name: 'copy.txt', bytes: 0 })));
      },
      message: /contradicts itself/,
    },
    {
      case: 'a file missing',
      change: (files) => {
        delete files['metrics.jsonl'];
      },
      message: /lacks metrics\.jsonl/,
    },
    {
      case: 'no manifest',
      change: (files) => {
        files['bundle.json'] = Buffer.from('{}');
      },
      message: /its bundle\.json is damaged\.$/,
    },
    {
      case: 'no run',
      change: (files, manifest) => {
        delete files['bundle.json'];
        manifest.files = manifest.files.filter(({ name }) => name !== 'run.json');
      },
      message: /is not a run folder/,
    },
  ];

  it.each(forgeries)('with $case is refused and leaves nothing behind', async ({ change, message }) => {
    await bundled();
    forge(change);
    const before = contents(parent.path);
    const refusal: unknown = await openBundle(bundle(), inParent('copy')).catch((cause) => cause);
    expect(refusal).toBeInstanceOf(AdviceError);
    expect(refusal).toMatchObject({ message: expect.stringMatching(message) });
    expect(contents(parent.path)).toEqual(before);
    expect(existsSync(join(dirname(parent.path), 'escaped.txt'))).toBe(false);
    expect(readdirSync(parent.path).sort()).toEqual(['run', 'run.layerwise-run']);
  });

  it('that is cut off, changed or no bundle at all is opened whole or refused', async () => {
    await bundled();
    const whole = readFileSync(bundle());
    const expected = contents(inParent('run'));
    delete expected['checkpoints/previous.safetensors'];
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (place, change) => {
        const damaged = Buffer.from(change === 0 ? whole.subarray(0, place) : whole);
        if (change !== 0) damaged[place] = (damaged[place] ?? 0) ^ change;
        writeFileSync(bundle(), damaged);
        const copy = inParent(`copy${place}-${change}`);
        const refusal: unknown = await openBundle(bundle(), copy).catch((cause) => cause);
        if (refusal === undefined) expect(contents(copy)).toEqual(expected);
        else expect(refusal).toBeInstanceOf(AdviceError);
      }),
      { numRuns: 30 },
    );
  });

  it('is not unpacked over something, nor made of no run', async () => {
    await bundled();
    mkdirSync(inParent('full'));
    writeFileSync(inParent('full', 'precious'), 'x');
    await expect(openBundle(bundle(), inParent('full'))).rejects.toThrow(/holds something already/);
    await expect(openBundle(inParent('gone'), inParent('copy'))).rejects.toThrow(/gone is missing/);
    mkdirSync(inParent('empty'));
    await expect(bundleRun(inParent('empty'), bundle())).rejects.toThrow(/is not a run folder/);
    await openBundle(bundle(), inParent('empty'));
    expect(openRunFolder(inParent('empty')).state).toBe('finished');
  });

  it('of large files takes little memory', async () => {
    writeRun(inParent('run'));
    const large = inParent('run', 'checkpoints', 'last.safetensors');
    truncateSync(large, 120 * 1024 ** 2);
    const before = process.memoryUsage().rss;
    await bundleRun(inParent('run'), bundle());
    await openBundle(bundle(), inParent('copy'));
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2);
    expect(statSync(inParent('copy', 'checkpoints', 'last.safetensors')).size).toBe(120 * 1024 ** 2);
  });
});
