import {
  chmod,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileQuestions, ProjectFiles } from '../../../src/main/projectFiles';
import { readProjectFile } from '../../../src/main/readProjectFile';
import { RecentProjects } from '../../../src/main/recentProjects';
import { writeProjectFile } from '../../../src/main/writeProjectFile';
import { projectFileName } from '../../../src/network/graph/projectFileName';
import { maxProjectBytes } from '../../../src/protocol/windowChannels';

let folder: string;
let recent: RecentProjects;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-files-'));
  recent = new RecentProjects(at('recent.json'), folder, () => undefined);
});
afterEach(async () => {
  await recent.written();
  await rm(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);

/** A person who gives these answers. */
function answers({
  open = null,
  save = null,
  replace = false,
  changed = null,
}: {
  open?: string | null;
  save?: string | null;
  replace?: boolean;
  changed?: 'overwrite' | 'saveAs' | null;
}): FileQuestions {
  return {
    chooseFileToOpen: async () => open,
    chooseFileToSave: async () => save,
    confirmReplacing: async () => replace,
    chooseAgainstChangedFile: async () => changed,
  };
}

/** The files of a window whose person gives these answers. */
function filesOf(questions: FileQuestions): ProjectFiles {
  return new ProjectFiles(questions, recent, folder, at('weights'));
}

async function problemOf(path: string): Promise<string> {
  const read = await readProjectFile(path);
  return 'problem' in read ? `${read.problem.message} ${read.problem.advice}` : 'read';
}

describe('readProjectFile', () => {
  it('reads what was written', async () => {
    await writeFile(at('a.layerwise'), '{"name":"Größe"}');
    expect(await readProjectFile(at('a.layerwise'))).toMatchObject({
      text: '{"name":"Größe"}',
    });
  });

  it('refuses a file over the limit and takes one at it', async () => {
    await writeFile(at('large.layerwise'), 'a');
    await truncate(at('large.layerwise'), maxProjectBytes + 1);
    expect(await problemOf(at('large.layerwise'))).toContain('it has 16.1 MiB, and a project at most 16 MiB');
    await truncate(at('large.layerwise'), maxProjectBytes);
    expect(await problemOf(at('large.layerwise'))).toBe('read');
  });

  it('refuses bytes that are no text', async () => {
    await writeFile(at('image.layerwise'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]));
    expect(await problemOf(at('image.layerwise'))).toContain('it holds no UTF-8 text');
  });
});

describe('writeProjectFile', () => {
  it('replaces a file, keeps its permissions, and leaves nothing beside it', async () => {
    await writeFile(at('a.layerwise'), 'old');
    await chmod(at('a.layerwise'), 0o640);
    expect(await writeProjectFile(at('a.layerwise'), 'new')).toBeNull();
    expect(await readFile(at('a.layerwise'), 'utf8')).toBe('new');
    expect((await stat(at('a.layerwise'))).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['a.layerwise']);
  });

  it('writes through a link and keeps it a link', async () => {
    await writeFile(at('real.layerwise'), 'old');
    await symlink(at('real.layerwise'), at('link.layerwise'));
    expect(await writeProjectFile(at('link.layerwise'), 'new')).toBeNull();
    expect((await lstat(at('link.layerwise'))).isSymbolicLink()).toBe(true);
    expect(await readFile(at('real.layerwise'), 'utf8')).toBe('new');
  });

  it('refuses a text over the limit and keeps the old file', async () => {
    await writeFile(at('a.layerwise'), 'old');
    const problem = await writeProjectFile(at('a.layerwise'), 'ä'.repeat(maxProjectBytes / 2 + 1));
    expect(problem?.message).toContain('a project at most 16 MiB');
    expect(await readFile(at('a.layerwise'), 'utf8')).toBe('old');
  });
});

describe('ProjectFiles', () => {
  it('saves where it opened, and nowhere else', async () => {
    await writeFile(at('a.layerwise'), 'old');
    await writeFile(at('other.layerwise'), 'untouched');
    const files = filesOf(answers({ open: at('a.layerwise') }));
    expect(await files.save(at('a.layerwise'), 'too early')).toMatchObject({ status: 'failed' });
    expect(await files.open(at('a.layerwise'))).toEqual({
      status: 'done',
      value: { path: at('a.layerwise'), text: 'old' },
    });
    expect(await files.save(at('a.layerwise'), 'new')).toEqual({ status: 'done', value: at('a.layerwise') });
    expect(await files.save(at('other.layerwise'), 'new')).toMatchObject({ status: 'failed' });
    expect(await readFile(at('other.layerwise'), 'utf8')).toBe('untouched');
  });

  it('adds the extension, and may save there from then on', async () => {
    const files = filesOf(answers({ save: at('net.v2') }));
    expect(await files.saveAs('net', 'text')).toEqual({ status: 'done', value: at('net.v2.layerwise') });
    expect(await files.save(at('net.v2.layerwise'), 'more')).toMatchObject({ status: 'done' });
  });

  it('asks before the name with the extension replaces a file', async () => {
    await writeFile(at('net.layerwise'), 'old');
    const save = at('net');
    expect(await filesOf(answers({ save })).saveAs('net', 'new')).toEqual({
      status: 'cancelled',
    });
    expect(await readFile(at('net.layerwise'), 'utf8')).toBe('old');
    await filesOf(answers({ save, replace: true })).saveAs('net', 'new');
    expect(await readFile(at('net.layerwise'), 'utf8')).toBe('new');
  });

  it.each([
    ['cancelled', null, 'theirs'],
    ['overwritten', 'overwrite', 'ours'],
    ['saved elsewhere', 'saveAs', 'theirs'],
  ] as const)('asks about a file that others have changed: %s', async (_what, changed, left) => {
    await writeFile(at('a.layerwise'), 'opened');
    const files = filesOf(answers({ open: at('a.layerwise'), save: at('b.layerwise'), changed }));
    await files.open(at('a.layerwise'));
    await writeFile(at('a.layerwise'), 'theirs');
    const answer = await files.save(at('a.layerwise'), 'ours');
    expect(await readFile(at('a.layerwise'), 'utf8')).toBe(left);
    if (changed === null) expect(answer).toEqual({ status: 'cancelled' });
    if (changed === 'saveAs') expect(await readFile(at('b.layerwise'), 'utf8')).toBe('ours');
    // What it has written itself is no change of others.
    if (answer.status === 'done') expect(await files.save(answer.value, 'more')).toEqual(answer);
  });

  it('saves without asking where the content is the same, or the file is gone', async () => {
    await writeFile(at('a.layerwise'), 'opened');
    const files = filesOf(answers({ open: at('a.layerwise') }));
    await files.open(at('a.layerwise'));
    await writeFile(at('a.layerwise'), 'opened');
    expect(await files.save(at('a.layerwise'), 'first')).toMatchObject({ status: 'done' });
    await rm(at('a.layerwise'));
    expect(await files.save(at('a.layerwise'), 'second')).toMatchObject({ status: 'done' });
    expect(await readFile(at('a.layerwise'), 'utf8')).toBe('second');
  });

  it('saves by itself only over what the window knows, and asks nothing', async () => {
    const path = at('a.layerwise');
    const files = filesOf(answers({ changed: 'overwrite' }));
    await writeFile(path, 'old');
    expect(await files.autosave(path, 'too early')).toMatchObject({ status: 'failed' });
    await files.open(path);
    expect(await files.autosave(path, 'mine')).toEqual({ status: 'done', value: path });
    await writeFile(path, 'theirs');
    expect(await files.autosave(path, 'mine again')).toMatchObject({
      problem: { message: 'a.layerwise was not saved by itself: others have changed it.' },
    });
    expect(await readFile(path, 'utf8')).toBe('theirs');
    await files.save(path, 'mine by choice');
    expect(await files.autosave(path, 'mine')).toMatchObject({ status: 'done' });
    await rm(path);
    expect(await files.autosave(path, 'mine')).toMatchObject({
      problem: { message: 'a.layerwise was not saved by itself: it is gone.' },
    });
    expect(await readdir(folder)).not.toContain('a.layerwise');
  });

  it('saves one after the other, and takes no own writing for a change of others', async () => {
    const path = at('a.layerwise');
    const files = filesOf(answers({ save: path }));
    await files.saveAs('a', 'first');
    const saves = ['second', 'third', 'fourth'].map((text, place) =>
      place === 1 ? files.save(path, text) : files.autosave(path, text),
    );
    for (const answer of await Promise.all(saves)) expect(answer).toMatchObject({ status: 'done' });
    expect(await readFile(path, 'utf8')).toBe('fourth');
  });

  it('does nothing when the person cancels', async () => {
    const files = filesOf(answers({}));
    expect(await files.choose()).toBe(false);
    expect(files.takeRequest()).toBeNull();
    expect(await files.saveAs('net', 'text')).toEqual({ status: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('projectFileName', () => {
  it.each([
    ['LeNet-5', 'LeNet-5.layerwise'],
    ['ResNet 18/34', 'ResNet 18-34.layerwise'],
    ['../../etc/passwd', '-..-etc-passwd.layerwise'],
    ['  ', 'Network.layerwise'],
    ['net.layerwise', 'net.layerwise'],
  ])('"%s" becomes "%s"', (name, file) => {
    expect(projectFileName(name)).toBe(file);
  });

  it('is a name that a file system takes, for every project', () => {
    const character = fc.oneof(
      fc.string({ maxLength: 1 }),
      fc.constantFrom('.', '/', '\\', '\0', '\n', ' ', 'é', '層', '🧠'),
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 120, size: 'max' }), (characters) => {
        const file = projectFileName(characters.join(''));
        expect(file).toMatch(/^[^./\\][^/\\\p{Cc}]*\.layerwise$/u);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);
      }),
    );
  });
});
