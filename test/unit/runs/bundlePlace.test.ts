import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { bundleRun } from '../../../src/engine/runs/bundle/bundleRun';
import { temporaryFolder } from './temporaryFolder';
import { writeRun } from './writtenRun';

const parent = temporaryFolder();
const inParent = (name: string) => join(parent.path, name);

describe('a bundle', () => {
  it.each([
    ['a folder', 'run', /is a folder or a device/],
    ['a name that no file can have', 'a\u0000b', /can't be written to/],
  ])('is not written to %s', async (_, name, message) => {
    writeRun(inParent('run'));
    await expect(bundleRun(inParent('run'), inParent(name))).rejects.toThrow(AdviceError);
    await expect(bundleRun(inParent('run'), inParent(name))).rejects.toThrow(message);
    expect(readdirSync(parent.path)).toEqual(['run']);
  });
});
