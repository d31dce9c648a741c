import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LastTabs } from '../../../src/main/lastTabs';
import { ProjectDrafts } from '../../../src/main/projectDrafts';
import { serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';
import type { OpenProjects, ProjectDraft } from '../../../src/protocol/keptProjects';

let profile: string;
let folder: string;
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'layerwise-drafts-'));
  folder = join(profile, 'drafts');
});
afterEach(() => rm(profile, { recursive: true }));

const files = {
  knownDigest: () => null,
  readmit: () => undefined,
  reopen: async () => ({ status: 'cancelled' as const }),
};
const start = () =>
  new ProjectDrafts(folder, files, new LastTabs(join(profile, 'tabs.json'), files, () => false));
const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];

function draft(projectName: string, unsavedChanges = 1): ProjectDraft {
  return { text: serialiseProject(lenet5.create()), path: null, projectName, unsavedChanges };
}

function opened(shown: string, ...projects: readonly string[]): OpenProjects {
  const facts = { projectName: '', path: null, blank: false, unsavedChanges: true, savesItself: false };
  return { shown, projects: projects.map((project) => ({ project, ...facts })) };
}

describe('the drafts of a window', () => {
  it('come back after a crash, but for those of projects without changes', async () => {
    const crashed = start();
    await crashed.keep(first, draft('one'));
    await crashed.keep(second, draft('two', 0));
    await crashed.keep(third, draft('three'));
    const { drafts, problem } = await start().recall();
    expect(drafts.map(({ project, cause }) => [project, cause])).toEqual(
      expect.arrayContaining([
        [first, 'crash'],
        [third, 'crash'],
      ]),
    );
    expect(drafts).toHaveLength(2);
    expect(problem).toBeNull();
  });

  it('are there for a page that is loaded anew, in the order of its tabs, with the one that was seen', async () => {
    const drafts = start();
    for (const project of [first, second, third]) await drafts.keep(project, draft(project, 0));
    drafts.arrange(opened(first, third, first, second));
    drafts.notePageCrash();
    const recalled = await drafts.recall();
    expect(recalled.drafts.map(({ project }) => project)).toEqual([third, first, second]);
    expect(recalled.shown).toBe(first);
    expect(new Set(recalled.drafts.map(({ cause }) => cause))).toEqual(new Set(['pageCrash']));
  });

  it('go with their tabs, and all with a proper end', async () => {
    const drafts = start();
    for (const project of [first, second]) await drafts.keep(project, draft(project));
    await drafts.discard(first);
    expect((await start().recall()).drafts.map(({ project }) => project)).toEqual([second]);
    await Promise.all([drafts.end(), drafts.keep(third, draft('late'))]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('are read as far as they can be: one that is damaged is said, and keeps none of the others', async () => {
    const crashed = start();
    for (const project of [first, second]) await crashed.keep(project, draft(project));
    await writeFile(join(folder, `${first}.json`), '{"draft": 1}');
    const { drafts, problem } = await start().recall();
    expect(drafts.map(({ project }) => project)).toEqual([second]);
    expect(problem?.message).toContain('its file is damaged');
    // It was put aside, and is not read again.
    expect((await start().recall()).problem).toBeNull();
  });

  it('take over the one draft of a Layerwise whose window held one project', async () => {
    await start().keep(first, draft('LeNet-5'));
    await rename(join(folder, `${first}.json`), join(profile, 'draft.json'));
    await rm(folder, { recursive: true });
    const { drafts } = await start().recall();
    expect(drafts.map(({ draft: { projectName } }) => projectName)).toEqual(['LeNet-5']);
    expect(await readdir(profile)).toEqual(['drafts']);
  });
});
