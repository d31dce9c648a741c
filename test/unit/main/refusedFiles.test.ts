/** What a person is told, word for word, of every way in which a real file system refuses. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainFileError } from '../../../src/main/fileProblems';
import { readProjectFile } from '../../../src/main/readProjectFile';
import { replaceFile } from '../../../src/main/replaceFile';
import { writeProjectFile } from '../../../src/main/writeProjectFile';
import { asAnybody, onSmallDisk, withFileSizeLimit } from '../systemRefusals';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-refused-'));
  await chmod(folder, 0o777);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const name = 'net.layerwise';
const text = 'x'.repeat(200_000);

interface Refusal {
  readonly case: string;
  /** Brings the refusal about, for the path given or for one of its own. */
  readonly prepare: (path: string) => Promise<string | undefined>;
  readonly message: string;
  readonly advice: RegExp;
}

const openRefusals: readonly Refusal[] = [
  {
    case: 'a missing file',
    prepare: async () => undefined,
    message: 'it does not exist',
    advice: /still there/,
  },
  {
    case: 'a file in a file',
    prepare: async (path) => {
      await writeFile(path, '');
      return join(path, name);
    },
    message: 'it does not exist',
    advice: /still there/,
  },
  {
    case: 'a folder',
    prepare: async (path) => mkdir(path).then(() => undefined),
    message: 'it is a folder',
    advice: /Choose a \.layerwise file/,
  },
  {
    case: 'a file of others',
    prepare: async (path) => {
      await writeFile(path, 'secret');
      await chmod(path, 0o000);
      return undefined;
    },
    message: 'you may not read it',
    advice: /Change the permissions/,
  },
  {
    case: 'a pipe that nobody writes to',
    prepare: async (path) => void spawnSync('mkfifo', [path]),
    message: 'it is a device or a pipe and not a file',
    advice: /Choose a \.layerwise file/,
  },
  {
    case: 'an endless device',
    prepare: async (path) => symlink('/dev/zero', path).then(() => undefined),
    message: 'it is a device or a pipe and not a file',
    advice: /Choose a \.layerwise file/,
  },
  {
    case: 'a link to itself',
    prepare: async (path) => symlink(name, path).then(() => undefined),
    message: 'it is a link that leads back to itself',
    advice: /the link was meant for/,
  },
  {
    case: 'bytes that are no text',
    prepare: async (path) => writeFile(path, Buffer.from([0x89, 0x50, 0xff])).then(() => undefined),
    message: 'it holds no UTF-8 text',
    advice: /JSON text file/,
  },
];

describe('opening', () => {
  it.each(openRefusals)('$case', async ({ prepare, message, advice }) => {
    const path = (await prepare(join(folder, name))) ?? join(folder, name);
    const read = await asAnybody(() => readProjectFile(path));
    if (!('problem' in read)) throw new Error('The file was read.');
    expect(read.problem.message).toBe(`${name} could not be opened: ${message}.`);
    expect(read.problem.advice).toMatch(advice);
  });
});

const saveRefusals: readonly Refusal[] = [
  {
    case: 'a deleted folder',
    prepare: async (path) => join(path, 'gone', name),
    message: 'its folder does not exist',
    advice: /moved or deleted.*Save As/,
  },
  {
    case: 'a read-only file',
    prepare: async (path) => {
      await writeFile(path, 'old');
      await chmod(path, 0o444);
      return undefined;
    },
    message: 'you may not write there',
    advice: /read-only for you.*another folder.*Save As/,
  },
  {
    case: 'a read-only folder',
    prepare: async (path) => {
      await writeFile(path, 'old');
      await chmod(path, 0o666);
      await chmod(folder, 0o555);
      return undefined;
    },
    message: 'you may not write there',
    advice: /read-only for you.*another folder.*Save As/,
  },
  {
    case: 'a folder in the way',
    prepare: async (path) => mkdir(path).then(() => undefined),
    message: 'it is a folder',
    advice: /another name/,
  },
  {
    case: 'a device, which stays one',
    prepare: async (path) => symlink('/dev/null', path).then(() => undefined),
    message: 'it is a device or a pipe and not a file',
    advice: /another name/,
  },
  {
    case: 'a link to itself',
    prepare: async (path) => symlink(name, path).then(() => undefined),
    message: 'it is a link that leads back to itself',
    advice: /another name/,
  },
];

describe('saving', () => {
  it.each(saveRefusals)('$case', async ({ prepare, message, advice }) => {
    const path = (await prepare(join(folder, name))) ?? join(folder, name);
    const before = await readdir(folder);
    const problem = await asAnybody(() => writeProjectFile(path, text));
    expect(problem?.message).toBe(`${name} could not be saved: ${message}.`);
    expect(problem?.advice).toMatch(advice);
    expect(await readdir(folder), 'nothing is left beside').toEqual(before);
    const kind = await stat(path).catch(() => null);
    if (kind?.isFile() === true) expect(await readFile(path, 'utf8')).toBe('old');
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  it('under a name that is too long', async () => {
    const long = `${'x'.repeat(250)}.layerwise`;
    const problem = await writeProjectFile(join(folder, long), text);
    expect(problem?.message).toBe(`${long} could not be saved: its name is too long.`);
    expect(problem?.advice).toMatch(/shorter name/);
  });

  it('a file that is larger than the system allows keeps the old one', async () => {
    const path = join(folder, name);
    await writeFile(path, 'old');
    const problem = await withFileSizeLimit(65_536, () => writeProjectFile(path, text));
    expect(problem?.message).toBe(
      `${name} could not be saved: the system allows no file of that size there.`,
    );
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual([name]);
  });

  const fullDisk = {
    message: `${name} could not be saved: the disk is full.`,
    advice: 'Free some space and save again, or save on another disk with Save As.',
  };

  it('on a full device keeps the old file', async () => {
    const [path, aside] = [join(folder, name), join(folder, 'aside')];
    await writeFile(path, 'old');
    await symlink('/dev/full', aside);
    const error: unknown = await replaceFile(path, aside, 0o644, Buffer.from(text)).catch((reason) => reason);
    expect(explainFileError(error, 'save', name)).toEqual(fullDisk);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual([name]);
  });

  it('on a full disk, or one that became read-only, keeps the old file', async () => {
    const problems = await onSmallDisk(folder, 64, async (disk, makeReadOnly) => {
      const path = join(disk, name);
      expect(await writeProjectFile(path, 'old')).toBeNull();
      const full = await writeProjectFile(path, text);
      expect(await readdir(disk)).toEqual([name]);
      makeReadOnly();
      const readOnly = await writeProjectFile(path, 'new');
      expect(await readFile(path, 'utf8')).toBe('old');
      return { full, readOnly };
    });
    // Only root may mount a disk, and not in every container; /dev/full above asks no leave.
    expect(problems ?? { full: fullDisk }).toMatchObject({ full: fullDisk });
    if (problems !== null)
      expect(problems.readOnly?.message).toBe(`${name} could not be saved: the disk is read-only.`);
  });
});
