import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OwnBlocks } from '../../../src/main/ownBlocks';
import { windowCalls } from '../../../src/protocol/windowChannels';

let place = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'layerwise-blocks-'));
});
afterEach(() => rm(place, { recursive: true }));

it('blocks are kept in files, the latest text each, until they are forgotten', async () => {
  const folder = join(place, 'blocks');
  const blocks = new OwnBlocks(folder);
  expect(await blocks.list()).toEqual([]);
  for (const text of ['one', 'two'])
    expect(await blocks.keep({ id: 'b-1', text })).toEqual({ status: 'done', value: null });
  await blocks.keep({ id: 'a-2', text: 'three' });
  expect(await new OwnBlocks(folder).list()).toEqual([
    { id: 'a-2', text: 'three' },
    { id: 'b-1', text: 'two' },
  ]);
  expect(await readdir(folder)).toEqual(['a-2.json', 'b-1.json']);
  await blocks.forget({ id: 'b-1' });
  await blocks.forget({ id: 'b-1' });
  expect(await blocks.list()).toEqual([{ id: 'a-2', text: 'three' }]);
});

it('a file that can’t be read comes with the reason, and other files are left alone', async () => {
  await mkdir(join(place, 'folder.json'));
  await writeFile(join(place, 'binary.json'), Buffer.from([0xff, 0xfe, 0x00]));
  await writeFile(join(place, 'Notes.txt'), 'mine');
  await writeFile(join(place, 'UPPER CASE.json'), '{}');
  const found = await new OwnBlocks(place).list();
  expect(found.map(({ id }) => id)).toEqual(['binary', 'folder']);
  for (const block of found) expect(block).toHaveProperty('problem.message', expect.stringMatching(/\.$/));
});

it('a folder that can’t be written gives a sentence', async () => {
  await writeFile(join(place, 'file'), '');
  const answer = await new OwnBlocks(join(place, 'file', 'blocks')).keep({ id: 'a', text: '' });
  expect(answer).toMatchObject({ status: 'failed', problem: { message: /^The block could not be kept: / } });
});

it.each(['../a', 'a/b', '', 'A', 'a.b', 'a'.repeat(65)])('the page can’t keep a block as "%s"', (id) => {
  expect(windowCalls.keepBlock.request.safeParse({ id, text: '' }).success).toBe(false);
  expect(windowCalls.forgetBlock.request.safeParse({ id }).success).toBe(false);
});
