import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LastTabs } from '../../../src/main/lastTabs';
import { ProjectDrafts } from '../../../src/main/projectDrafts';
import { ProjectFiles } from '../../../src/main/projectFiles';
import { RecentProjects } from '../../../src/main/recentProjects';
import { serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';
import type { OpenProjects } from '../../../src/protocol/keptProjects';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-last-tabs-'));
});
const lists: RecentProjects[] = [];
afterEach(async () => {
  await Promise.all(lists.splice(0).map((list) => list.written()));
  await rm(folder, { recursive: true });
});

/** No question is due where nothing is chosen or saved against others. */
const questions = {
  chooseFileToOpen: async () => null,
  chooseFileToSave: async () => null,
  confirmReplacing: async () => false,
  chooseAgainstChangedFile: async () => null,
};

/** What a start has of the profile in the folder. */
function start(wanted = true) {
  const recent = new RecentProjects(join(folder, 'recent.json'), folder, () => undefined);
  lists.push(recent);
  const files = new ProjectFiles(questions, recent, folder, join(folder, 'weights'));
  const lastTabs = new LastTabs(join(folder, 'tabs.json'), files, () => wanted);
  return { files, recent, drafts: new ProjectDrafts(join(folder, 'drafts'), files, lastTabs) };
}

const text = (name: string) => serialiseProject({ ...lenet5.create(), name });
const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];

interface Tab {
  readonly project: string;
  readonly path?: string;
  readonly unsavedChanges?: boolean;
  readonly blank?: boolean;
}

function opened(shown: string, ...tabs: readonly Tab[]): OpenProjects {
  const facts = { projectName: 'net', path: null, blank: false, unsavedChanges: false, savesItself: false };
  return { shown, projects: tabs.map((tab) => ({ ...facts, ...tab })) };
}

const draft = (name: string, unsavedChanges = 0, path: string | null = null) => ({
  text: text(name),
  path,
  projectName: name,
  unsavedChanges,
});

async function projectFile(name: string): Promise<string> {
  const path = join(folder, `${name}.layerwise`);
  await writeFile(path, text(name));
  return path;
}

describe('the tabs of the last time', () => {
  it('come back in their order, from their files as they are now, with the one that was seen', async () => {
    const { files, drafts } = start();
    const path = await projectFile('one');
    await files.open(path);
    await drafts.keep(second, draft('two'));
    drafts.arrange(opened(first, { project: second }, { project: first, path }));
    await drafts.end();
    await writeFile(path, text('changed since'));

    const next = start();
    const recalled = await next.drafts.recall();
    expect(recalled.drafts.map(({ project, draft: { projectName } }) => [project, projectName])).toEqual([
      [second, 'two'],
      [first, 'changed since'],
    ]);
    expect(recalled.drafts.map(({ cause, draft: { unsavedChanges } }) => [cause, unsavedChanges])).toEqual([
      ['restart', 0],
      ['restart', 0],
    ]);
    expect(recalled.shown).toBe(first);
    // The window may save to the file again.
    expect((await next.files.save(path, text('saved'))).status).toBe('done');
  });

  it('leave a file that is gone out, and say so', async () => {
    const { files, drafts } = start();
    const paths = [await projectFile('one'), await projectFile('two')] as const;
    for (const path of paths) await files.open(path);
    drafts.arrange(opened(first, { project: first, path: paths[0] }, { project: second, path: paths[1] }));
    await drafts.end();
    await rm(paths[0]);
    await writeFile(paths[1], '{"format": "something else"}');
    const { drafts: reopened, missing } = await start().drafts.recall();
    expect(reopened).toEqual([]);
    expect(missing.map(({ message }) => message)).toEqual([
      'one.layerwise could not be opened: it does not exist.',
      expect.stringMatching(/^two\.layerwise could not be opened: .*\.$/),
    ]);
  });

  it('are without what the person did not save, and without a network that nobody has touched', async () => {
    const { drafts } = start();
    await drafts.keep(first, draft('discarded', 2));
    await drafts.keep(second, draft('begun'));
    drafts.arrange(opened(first, { project: first, unsavedChanges: true }, { project: second, blank: true }));
    await drafts.end();
    expect((await start().drafts.recall()).drafts).toEqual([]);
  });

  it('after a crash come with the drafts in their places; a draft that is discarded gives way to its file', async () => {
    const { files, drafts } = start();
    const path = await projectFile('one');
    await files.open(path);
    const edited = { project: first, path, unsavedChanges: true };
    drafts.arrange(opened(third, edited, { project: second }, { project: third, unsavedChanges: true }));
    await drafts.keep(first, draft('one, edited', 1, path));
    await drafts.keep(second, draft('two'));
    await drafts.keep(third, draft('three', 1));

    const next = start();
    const causes = (recalled: Awaited<ReturnType<typeof next.drafts.recall>>) =>
      recalled.drafts.map(({ project, cause, draft: { projectName } }) => [project, cause, projectName]);
    expect(causes(await next.drafts.recall())).toEqual([
      [first, 'crash', 'one, edited'],
      [second, 'restart', 'two'],
      [third, 'crash', 'three'],
    ]);
    // What the window begins with meanwhile takes the place of nothing.
    next.drafts.arrange(opened(first, { project: randomUUID() }));
    for (const project of [first, third]) await next.drafts.discard(project);
    expect(causes(await next.drafts.recall())).toEqual([
      [first, 'restart', 'one'],
      [second, 'restart', 'two'],
    ]);
  });

  it('are read from no file that the window has not opened, and kept nowhere where they are not wanted', async () => {
    const { drafts } = start();
    drafts.arrange(opened(first, { project: first, path: await projectFile('foreign') }));
    await drafts.end();
    expect((await start().drafts.recall()).drafts).toEqual([]);

    const unwanted = start(false);
    await unwanted.drafts.keep(second, draft('two'));
    unwanted.drafts.arrange(opened(second, { project: second }));
    await unwanted.drafts.end();
    expect(await readdir(folder)).not.toContain('tabs.json');
    expect((await start().drafts.recall()).drafts).toEqual([]);
  });

  it('are none where something else has written their file', async () => {
    await writeFile(join(folder, 'tabs.json'), '{"tabs": [{"path": 7}]}');
    expect(await start().drafts.recall()).toMatchObject({ drafts: [], missing: [], problem: null });
  });

  it('leave the list of recent projects in its order', async () => {
    const { files, recent, drafts } = start();
    const paths = [await projectFile('one'), await projectFile('two')] as const;
    for (const path of paths) await files.open(path);
    drafts.arrange(opened(first, { project: first, path: paths[0] }));
    await drafts.end();
    await recent.written();
    const next = start();
    await next.drafts.recall();
    expect(next.recent.list().map(({ path }) => path)).toEqual([paths[1], paths[0]]);
  });
});
