import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { maxPageFrameBytes, packFrame } from '../../src/protocol/socketFrame';
import { closeCode, ServedWindow } from './servedWindow';
import { writeRunFiles, writtenRun } from './writtenRun';

const run = writtenRun;
let window: ServedWindow;
beforeAll(async () => {
  window = await ServedWindow.start();
  writeRunFiles(window.folder);
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
