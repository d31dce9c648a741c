import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DraftFiles, DraftKeeper } from '../../../src/main/draftKeeper';
import { serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';
import type { ProjectDraft } from '../../../src/protocol/keptProjects';
import { documents } from '../graph/documentArbitraries';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-draft-'));
  file = join(folder, 'profile', 'draft.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** Files of a window that has opened those in `known`, by path with their digest. */
function filesWith(known: Readonly<Record<string, string>> = {}) {
  const readmitted: Record<string, string> = {};
  const files: DraftFiles = {
    knownDigest: (path) => known[path] ?? null,
    readmit: (path, digest) => {
      readmitted[path] = digest;
    },
  };
  return { files, readmitted };
}

const keeper = (files: DraftFiles = filesWith().files) => new DraftKeeper(file, files);

const draft: ProjectDraft = {
  text: serialiseProject(lenet5.create()),
  path: null,
  projectName: 'LeNet-5',
  unsavedChanges: 3,
};

describe('a draft', () => {
  it('comes back after a crash exactly as it was kept last, for any project', async () => {
    await fc.assert(
      fc.asyncProperty(documents, documents, async (first, last) => {
        const crashed = keeper();
        const kept = (name: string, text: string) => ({ ...draft, projectName: name, text });
        await Promise.all([
          crashed.keep(kept(first.name, serialiseProject(first))),
          crashed.keep(kept(last.name, serialiseProject(last))),
        ]);
        expect(await keeper().recall()).toMatchObject({
          value: { cause: 'crash', draft: kept(last.name, serialiseProject(last)) },
        });
      }),
      { numRuns: 40 },
    );
    expect(await readdir(join(folder, 'profile'))).toEqual(['draft.json']);
  });

  it('is there for a page that is loaded anew, and says whether that had crashed', async () => {
    const drafts = keeper();
    await drafts.keep({ ...draft, unsavedChanges: 0 });
    expect(await drafts.recall()).toMatchObject({ value: { cause: 'reload', draft: { unsavedChanges: 0 } } });
    drafts.notePageCrash();
    expect(await drafts.recall()).toMatchObject({ value: { cause: 'pageCrash' } });
    expect(await drafts.recall()).toMatchObject({ value: { cause: 'reload' } });
  });

  it('is none after a proper end, without changes, or before there was one', async () => {
    const none = { status: 'done', value: null };
    expect(await keeper().recall()).toEqual(none);
    const ended = keeper();
    await ended.keep(draft);
    // A page may still speak while its window is being closed.
    await Promise.all([ended.end(), ended.keep(draft)]);
    expect(await keeper().recall()).toEqual(none);
    await keeper().keep({ ...draft, unsavedChanges: 0 });
    expect(await keeper().recall()).toEqual(none);
    expect(await readdir(join(folder, 'profile'))).toEqual([]);
  });

  it('stays until someone decides about it, and is gone when it is discarded', async () => {
    await keeper().keep(draft);
    const second = keeper();
    expect(await second.recall()).toMatchObject({ value: { draft } });
    await second.end();
    const third = keeper();
    expect(await third.recall()).toMatchObject({ value: { draft } });
    await third.discard();
    expect(await keeper().recall()).toEqual({ status: 'done', value: null });
  });

  it('names only a file that the window may write, and lets the next one write it', async () => {
    const [own, foreign] = ['/nets/own.layerwise', '/etc/passwd'];
    await keeper(filesWith({ [own]: 'digest' }).files).keep({ ...draft, path: own });
    const next = filesWith();
    expect(await keeper(next.files).recall()).toMatchObject({ value: { draft: { path: own } } });
    expect(next.readmitted).toEqual({ [own]: 'digest' });
    await keeper(filesWith({ [own]: 'digest' }).files).keep({ ...draft, path: foreign });
    expect(await keeper(next.files).recall()).toMatchObject({ value: { draft: { path: null } } });
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, 300), 'its file is damaged'],
    ['of another form', () => '{"draft": 1}', 'its file is damaged'],
    [
      'of a newer Layerwise',
      (text: string) => text.replace(/\\"version\\": \d+/, '\\"version\\": 99'),
      'newer Layerwise',
    ],
  ])('that can’t be read is said to be, and put aside: %s', async (_what, damage, reason) => {
    await keeper().keep(draft);
    const damaged = damage(await readFile(file, 'utf8'));
    await writeFile(file, damaged);
    const answer = await keeper().recall();
    if (answer.status !== 'failed') throw new Error('The draft was read.');
    expect(answer.problem.message).toContain(reason);
    const [aside] = await readdir(join(folder, 'profile'));
    expect(answer.problem.advice).toContain(join(folder, 'profile', aside ?? '?'));
    expect(await readFile(join(folder, 'profile', aside ?? '?'), 'utf8')).toBe(damaged);
    expect(await keeper().recall()).toEqual({ status: 'done', value: null });
  });

  it('that the system does not let be read is put aside just so', async () => {
    await mkdir(file, { recursive: true });
    const answer = await keeper().recall();
    expect(answer).toMatchObject({
      problem: {
        message: expect.stringContaining('it is a folder'),
        advice: expect.stringMatching(/draft-2.*\.json/),
      },
    });
    expect(await keeper().keep(draft)).toMatchObject({ status: 'done' });
  });

  it('that can’t be written is said to be, and still there for the page', async () => {
    await mkdir(join(folder, 'profile', 'draft.json'), { recursive: true });
    const drafts = keeper();
    expect(await drafts.keep(draft)).toEqual({
      status: 'failed',
      problem: {
        message: 'LeNet-5 is not protected against a crash at present: it is a folder.',
        advice: 'Its changes are in this window only: save the project often until that is mended.',
      },
    });
    expect(await drafts.recall()).toMatchObject({ value: { cause: 'reload', draft } });
  });
});
