import { once } from 'node:events';
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { copiedFiles } from '../../src/engine/runs/copiedFiles';
import { runFilesSchema } from '../../src/protocol/machineMessages';
import { maxPageFrameBytes, packFrame } from '../../src/protocol/socketFrame';
import { closeCode, ServedWindow } from './servedWindow';

const run = 'lenet-5-20261126-120000-4f1a';
const secret = 'nobody else may read this';
let window: ServedWindow;
beforeAll(async () => {
  window = await ServedWindow.start();
  const folder = join(window.folder, 'runs', run);
  for (const name of ['telemetry', 'checkpoints', 'own']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of [...copiedFiles.keys(), 'lock', 'own/file', 'telemetry/other'])
    writeFileSync(join(folder, name), `${name}: 0123456789`);
  writeFileSync(join(window.folder, 'secret.json'), secret);
});
afterAll(() => window.close());
// Whatever was tried, an honest browser and an honest application are served right after it.
afterEach(async () => {
  expect(await window.servesHonestMachine()).toBe(true);
  expect(await window.servesHonestClient()).toBe(true);
});

/** What the honest one sends, with one thing changed; TOKEN, COOKIE and PORT stand for what it knows. */
const fill = (text: string): string =>
  text
    .replace('TOKEN', window.machineToken)
    .replace('COOKIE', window.cookie)
    .replace('PORT', String(window.port));
const filled = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)]));

const strangers: readonly [string, Record<string, string>, number[]][] = [
  ['without a token', { authorization: '' }, [401, 429]],
  ['with another token', { authorization: `Bearer ${'a'.repeat(43)}` }, [401, 429]],
  ['with a part of the token', { authorization: 'Bearer TOKEN'.slice(0, -1) }, [401, 429]],
  ['with more than the token', { authorization: 'Bearer TOKENa' }, [401, 429]],
  ['with an endless token', { authorization: `Bearer ${'a'.repeat(7_000)}` }, [401, 429]],
  ['with the token as a password', { authorization: 'Basic TOKEN' }, [401, 429]],
  ['with the bare token', { authorization: 'TOKEN' }, [401, 429]],
  ['with the token as a cookie', { authorization: '', cookie: 'token=TOKEN' }, [401, 429]],
  ['with a browser’s session', { authorization: '', cookie: 'COOKIE' }, [401, 429]],
  ['with the token in a header of its own', { authorization: '', 'x-token': 'TOKEN' }, [401, 429]],
  ['that is a page’s of this server', { origin: 'http://127.0.0.1:PORT' }, [403]],
  ['that is a page’s of elsewhere', { origin: 'https://evil.example' }, [403]],
  ['that is a page’s without an origin', { origin: 'null' }, [403]],
  ['that a browser made', { 'sec-fetch-site': 'none' }, [403]],
  ['for another host', { host: 'evil.example' }, [403]],
  ['for a name that was pointed here', { host: 'rebound.evil.example:PORT' }, [403]],
  ['for another port', { host: '127.0.0.1:1' }, [403]],
  ['for no host', { host: '' }, [400, 403]],
  ['with content', { 'content-length': '5' }, [413]],
];
const places = ['/machine', `/machine/runs/${run}`, `/machine/runs/${run}/run.json`, '/machine/engine'];

describe.each(places)('at %s', (path) => {
  it.each(strangers)('a request %s is refused', async (_what, changes, statuses) => {
    const { status, body } = await window.askMachine(path, filled(changes));
    expect(statuses).toContain(status);
    expect(body.length).toBeLessThan(100);
  });

  it('a token in the address is none', async () => {
    const address = `${path}?token=${window.machineToken}`;
    expect([401, 429]).toContain((await window.askMachine(address, { authorization: '' })).status);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
    expect((await window.askMachine(path, {}, method)).status).toBe(405);
  });

  it('two tokens are none', async () => {
    const text = `GET ${path} HTTP/1.1\r\nHost: ${window.host}\r\nAuthorization: Bearer ${window.machineToken}\r\nAuthorization: Bearer a\r\n\r\n`;
    expect((await window.raw(text)).status).toBe(400);
  });
});

describe('the token', () => {
  it('opens no page, and no socket of a page', async () => {
    expect((await window.askMachine('/')).status).toBe(403);
    expect((await window.upgradeMachine('/engine')).status).toBe(403);
    expect((await window.upgradeMachine('/engine', { origin: window.origin })).status).toBe(403);
    expect((await window.get(`/?token=${window.machineToken}`, { cookie: '' })).status).toBe(403);
  });

  it('lets in whoever has it while others try wrong ones, who are told to stop', async () => {
    const wrong = { authorization: `Bearer ${'b'.repeat(43)}` };
    const answers = await Promise.all(Array.from({ length: 40 }, () => window.askMachine('/machine', wrong)));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(20);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
    expect((await window.askMachine('/machine')).status).toBe(200);
  });
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

describe('a socket', () => {
  it.each(strangers)('%s is refused', async (_what, changes, statuses) => {
    expect(statuses).toContain((await window.upgradeMachine('/machine/engine', filled(changes))).status);
  });

  it.each(['/machine', '/machine/engine/', '/machine/engine?a', `/machine/runs/${run}`])(
    'at %s is refused',
    async (path) => {
      expect((await window.upgradeMachine(path)).status).toBe(404);
    },
  );

  it.each<[string, string | Uint8Array, number]>([
    ['text', '{"type":"restartEngine"}', 1003],
    ['no MessagePack', Buffer.from([0xc1, 0xff, 0x00]), 1007],
    ['a list that claims to be endless', Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff]), 1007],
    ['another message', packFrame({ type: 'openProject', path: '/etc/passwd' }), 1007],
    ['more than a project can hold', new Uint8Array(maxPageFrameBytes + 1), 1009],
  ])('that sends %s is closed', async (_what, frame, code) => {
    const socket = await window.openMachine();
    socket.send(frame);
    expect(await closeCode(socket)).toBe(code);
  });

  it('that floods is closed', async () => {
    const socket = await window.openMachine();
    const message = packFrame({ type: 'command', command: { type: 'pause', runId: 'none' } });
    for (let count = 0; count < 200; count += 1) socket.send(message);
    expect(await closeCode(socket)).toBe(1008);
  });

  it('is one of four at most, beside those of pages', async () => {
    const sockets = await Promise.all(Array.from({ length: 4 }, () => window.openMachine()));
    const refused = await window.upgradeMachine('/machine/engine');
    expect([refused.status, refused.body.includes('4 applications are connected already')]).toEqual([
      503,
      true,
    ]);
    expect(await window.servesHonestClient()).toBe(true);
    const closed = sockets.map((socket) => once(socket, 'close'));
    for (const socket of sockets) socket.terminate();
    await Promise.all(closed);
  });
});

test('those who ask for file after file are told to stop, and are served again a second later', async () => {
  const path = `/machine/runs/${run}`;
  const statuses: number[] = [];
  for (let round = 0; round < 10; round += 1) {
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
