import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileQuestions, ProjectFiles } from '../../../src/main/projectFiles';
import { RecentProjects } from '../../../src/main/recentProjects';
import { recentProjectsKept } from '../../../src/protocol/keptProjects';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-recent-'));
  file = join(folder, 'recent.json');
});
const opened: RecentProjects[] = [];
afterEach(async () => {
  for (const recent of opened.splice(0)) await recent.written();
  await rm(folder, { recursive: true });
});

function open(changed: () => void = () => undefined): RecentProjects {
  const recent = new RecentProjects(file, '/home/ada', changed);
  opened.push(recent);
  return recent;
}
const paths = (recent: RecentProjects) => recent.list().map(({ path }) => path);

describe('the list of recent projects', () => {
  it('has each file once, the latest first, and is the same after a restart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 14 }), { minLength: 1, maxLength: 30 }), async (used) => {
        await rm(file, { force: true });
        const recent = open();
        for (const number of used) recent.note(`/nets/${number}.layerwise`);
        const latest = [...new Set([...used].reverse())].slice(0, recentProjectsKept);
        expect(paths(recent)).toEqual(latest.map((number) => `/nets/${number}.layerwise`));
        await recent.written();
        expect(paths(open())).toEqual(paths(recent));
      }),
      { numRuns: 40 },
    );
    expect(await readdir(folder)).toEqual(['recent.json']);
  });

  it('names the folder as people read it', () => {
    const recent = open();
    for (const path of [
      '/srv/c.layerwise',
      '/home/ada/nets/b.layerwise',
      '/home/ada/a.layerwise',
      '/home/adam/d',
    ])
      recent.note(path);
    expect(recent.list().map(({ name, folder: place }) => `${name} ${place}`)).toEqual([
      'd /home/adam',
      'a.layerwise ~',
      'b.layerwise ~/nets',
      'c.layerwise /srv',
    ]);
  });

  it.each([
    ['cut off', '{"paths": ["/a"'],
    ['empty', ''],
    ['of another form', '{"paths": "/a"}'],
    ['with what is no path', '{"paths": ["/a", 7]}'],
    ['binary', '\u0000\u0001'],
  ])('is empty where its file is damaged: %s; and is written anew', async (_what, content) => {
    await writeFile(file, content);
    const recent = open();
    expect(recent.list()).toEqual([]);
    recent.note('/b.layerwise');
    await recent.written();
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ projects: [{ path: '/b.layerwise' }] });
  });

  it('reads the list as it was written before projects had portraits', async () => {
    await writeFile(file, '{"paths": ["/a.layerwise", "/b.layerwise", "/a.layerwise"]}');
    expect(open().list()).toMatchObject([
      { path: '/a.layerwise', usedAt: null, portrait: null },
      { path: '/b.layerwise', usedAt: null, portrait: null },
    ]);
  });

  it('keeps what is drawn of a project with it, and forgets both together', async () => {
    const portrait = {
      layers: 1,
      parameters: 10,
      silhouette: { slabs: [{ tone: 'dense', extent: 1, channels: 10 }], arcs: [], skips: 0 },
    } as const;
    const recent = open();
    recent.note('/a');
    recent.portray('/a', portrait);
    recent.portray('/stranger', portrait);
    recent.note('/b');
    recent.note('/a');
    await recent.written();
    expect(open().list()).toMatchObject([
      { path: '/a', portrait },
      { path: '/b', portrait: null },
    ]);
    recent.forget('/a');
    recent.note('/a');
    expect(recent.list()[0]?.portrait).toBeNull();
  });

  it('tells of each change, and of nothing else', () => {
    let changes = 0;
    const recent = open(() => {
      changes += 1;
    });
    recent.note('/a');
    recent.note('/a');
    recent.forget('/b');
    expect(changes).toBe(1);
    recent.forget('/a');
    expect(changes).toBe(2);
  });
});

describe('opening a recent project', () => {
  const questions: FileQuestions = {
    chooseFileToOpen: async () => null,
    chooseFileToSave: async () => null,
    confirmReplacing: async () => false,
    chooseAgainstChangedFile: async () => null,
  };

  it('is for files of the list alone', async () => {
    const path = join(folder, 'net.layerwise');
    await writeFile(path, 'text');
    const recent = open();
    const files = new ProjectFiles(questions, recent, homedir(), homedir());
    expect(await files.openRecent(path)).toMatchObject({ status: 'failed' });
    recent.note(path);
    expect(await files.openRecent(path)).toEqual({ status: 'done', value: { path, text: 'text' } });
  });

  it('takes a file off the list that is gone, and keeps one that can’t be read', async () => {
    const recent = open();
    const files = new ProjectFiles(questions, recent, homedir(), homedir());
    const gone = join(folder, 'gone.layerwise');
    for (const path of [gone, folder]) recent.note(path);
    expect(await files.openRecent(gone)).toMatchObject({
      problem: { message: 'gone.layerwise could not be opened: it does not exist.' },
    });
    expect(await files.openRecent(folder)).toMatchObject({ status: 'failed' });
    expect(paths(recent)).toEqual([folder]);
  });
});
