import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { copiedFiles } from '../../src/engine/runs/copiedFiles';
import { runFilesSchema } from '../../src/protocol/machineMessages';
import { ServedWindow } from './servedWindow';
import { writeRunFiles, writtenRun } from './writtenRun';

const run = writtenRun;
const secret = 'nobody else may read this';
let window: ServedWindow;
beforeAll(async () => {
  window = await ServedWindow.start();
  writeRunFiles(window.folder);
  writeFileSync(join(window.folder, 'secret.json'), secret);
});
afterAll(() => window.close());
// Whatever was tried, an honest application is served right after it.
afterEach(async () => {
  expect(await window.servesHonestMachine()).toBe(true);
});

describe('the files of a run', () => {
  it('are listed: those of a fixed list, and no others', async () => {
    const { status, body } = await window.askMachine(`/machine/runs/${run}`);
    expect(status).toBe(200);
    const { files } = runFilesSchema.parse(JSON.parse(body));
    expect(files.map(({ name }) => name)).toEqual([...copiedFiles.keys()]);
  });

  it('are sent whole, or from a byte on', async () => {
    const whole = await window.askMachine(`/machine/runs/${run}/telemetry/steps.i32`);
    expect([whole.status, whole.body]).toEqual([200, 'telemetry/steps.i32: 0123456789']);
    const part = await window.askMachine(`/machine/runs/${run}/metrics.jsonl`, { range: 'bytes=15-17' });
    expect([part.status, part.body]).toEqual([206, '012']);
  });

  it.each([
    'bytes=5-2',
    'bytes=-5',
    'bytes=0-1,4-5',
    'bytes=99999999999999999999-',
    'lines=1-2',
    'bytes=900-',
  ])('are not sent in the range %s', async (range) => {
    expect((await window.askMachine(`/machine/runs/${run}/run.json`, { range })).status).toBe(416);
  });

  it.each([
    `/machine/runs/${run}/lock`,
    `/machine/runs/${run}/own/file`,
    `/machine/runs/${run}/telemetry/other`,
    `/machine/runs/${run}/telemetry`,
    `/machine/runs/${run}/`,
    `/machine/runs/${run}//run.json`,
    `/machine/runs/${run}/./run.json`,
    `/machine/runs/${run}/../../secret.json`,
    `/machine/runs/${run}/..%2f..%2fsecret.json`,
    `/machine/runs/${run}/telemetry/../../../secret.json`,
    `/machine/runs/${run}/telemetry%2f..%2frun.json`,
    `/machine/runs/${run}/run.json%00`,
    `/machine/runs/${run}/RUN.JSON`,
    `/machine/runs/${run}/run.json?x=1`,
    `/machine/runs/${run}\\run.json`,
    '/machine/runs/../secret.json',
    '/machine/runs/..%2fsecret.json',
    '/machine/runs/..',
    '/machine/runs/.',
    '/machine/runs/.trash',
    '/machine/runs/',
    '/machine/runs',
    '/machine/runs//etc/passwd',
    '/machine/runs/%2fetc%2fpasswd',
    '/machine/runs/no-such-run',
    '/machine/runs/no-such-run/run.json',
    `/machine/runs/${'a'.repeat(300)}/run.json`,
    '/machine/runs/__proto__/constructor',
    '/machine/',
    '/machine/x',
    '/machines',
  ])('are not found at %s', async (path) => {
    const { status, body } = await window.askMachine(path);
    // The last is no address of this door, but of the page's.
    expect(status).toBe(path === '/machines' ? 403 : 404);
    expect(body).not.toContain(secret);
  });

  it('are not those that a link leads to', async () => {
    const runs = join(window.folder, 'runs');
    symlinkSync(join(runs, run), join(runs, 'linked'));
    mkdirSync(join(runs, 'links'));
    linkSync(join(runs, run, 'run.json'), join(runs, 'links', 'run.json'));
    symlinkSync(join(window.folder, 'secret.json'), join(runs, 'links', 'metrics.jsonl'));
    symlinkSync(join(runs, run, 'telemetry'), join(runs, 'links', 'telemetry'));
    for (const path of ['linked', 'linked/run.json', 'links/metrics.jsonl', 'links/telemetry/steps.i32'])
      expect((await window.askMachine(`/machine/runs/${path}`)).status).toBe(404);
    const { body } = await window.askMachine('/machine/runs/links');
    expect(runFilesSchema.parse(JSON.parse(body)).files.map(({ name }) => name)).not.toContain(
      'metrics.jsonl',
    );
  });
});

test('those who ask for file after file are told to stop, and are served again a second later', async () => {
  const path = `/machine/runs/${run}`;
  const statuses: number[] = [];
  // A busy machine asks so slowly that its allowance comes back meanwhile.
  for (let round = 0; round < 100 && !statuses.includes(429); round += 1) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => window.askMachine(path)));
    statuses.push(...answers.map(({ status }) => status));
  }
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
});

test('those who take nothing of the files that they asked for are cut off, and others get theirs', async () => {
  const path = `/machine/runs/${run}/checkpoints/last.safetensors`;
  writeFileSync(
    join(window.folder, 'runs', run, 'checkpoints/last.safetensors'),
    Buffer.alloc(64 * 1024 ** 2),
  );
  const head = `GET ${path} HTTP/1.1\r\nHost: ${window.host}\r\nAuthorization: Bearer ${window.machineToken}\r\n\r\n`;
  const lazy = Array.from({ length: 8 }, () => window.connect());
  for (const socket of lazy) socket.write(head);
  const ask = async (): Promise<number> =>
    (await window.askMachine(`/machine/runs/${run}/metrics.jsonl`)).status;
  await expect.poll(ask).toBe(503);
  expect(await window.servesHonestMachine()).toBe(true);
  await expect.poll(ask, { timeout: 20_000, interval: 250 }).toBe(200);
  for (const socket of lazy) socket.destroy();
});
