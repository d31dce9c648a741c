import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { encode } from '@msgpack/msgpack';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { maxPageFrameBytes, packFrame } from '../../src/protocol/socketFrame';
import { closeCode, ServedWindow } from './servedWindow';

let window: ServedWindow;
beforeAll(async () => {
  window = await ServedWindow.start();
});
afterAll(() => window.close());
// Whatever was tried, an honest browser is served right after it.
afterEach(async () => {
  expect(await window.servesHonestClient()).toBe(true);
});

describe('the address', () => {
  it('lets one browser in, once, with a cookie that no script and no other site can use', async () => {
    const stranger = await window.get('/', { cookie: '' });
    expect(stranger.status).toBe(403);
    const address = window.lastToken;
    const first = await window.get(address, { cookie: '' });
    expect(first.status).toBe(303);
    expect(first.head).toMatch(/^location: \/\r?$/im);
    expect(first.head).toMatch(
      /^set-cookie: layerwise-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict\r?$/im,
    );
    const second = await window.get(address, { cookie: '' });
    expect(second.status).toBe(403);
    expect(second.head).not.toMatch(/set-cookie/i);
    expect(second.body).toContain('This address was used before');
    expect(second.body).toContain('Look at the terminal');
    const korean = await window.get('/', { cookie: '', 'accept-language': 'ko-KR,ko;q=0.9,en;q=0.8' });
    expect(korean.body).toContain('<html lang="ko">');
    // The terminal shows another, and only one however often strangers knock.
    expect(window.lastToken).not.toBe(address);
    const known = window.addresses.length;
    for (let knock = 0; knock < 5; knock += 1) await window.get('/', { cookie: '' });
    expect(window.addresses.length).toBe(known);
  });

  it('leads on by a page of its own where it was followed from a page elsewhere', async () => {
    await window.get('/', { cookie: '' });
    const { status, head, body } = await window.get(window.lastToken, {
      cookie: '',
      'sec-fetch-site': 'cross-site',
    });
    expect(status).toBe(200);
    expect(head).toMatch(/^set-cookie: .*SameSite=Strict/im);
    expect(body).toContain('<meta http-equiv="refresh" content="0; url=/" />');
  });

  it.each([
    ['that is empty', ''],
    ['that is short', 'x'],
    ['of the right length', '0'.repeat(43)],
    ['and a second one', `${'a'.repeat(43)}&token=b`],
    ['of a null byte', '%00'],
    ['of no plain letters', 'ä'],
    ['that is long', 'a'.repeat(4000)],
  ])('refuses a token %s', async (_what, token) => {
    const { status, head } = await window.get(`/?token=${encodeURI(token)}`, { cookie: '' });
    expect([status, /set-cookie/i.test(head)]).toEqual([403, false]);
  });
});

describe('a request', () => {
  it.each<[string, Record<string, string>, number]>([
    ['for another host', { host: 'evil.example' }, 403],
    ['for a name that was pointed at this machine', { host: 'rebound.evil.example:PORT' }, 403],
    ['for this host without the port', { host: '127.0.0.1' }, 403],
    ['for another port', { host: '127.0.0.1:1' }, 403],
    ['for another address of this machine', { host: '0.0.0.0:PORT' }, 403],
    ['for a name that ends like ours', { host: 'evil-localhost:PORT' }, 403],
    ['for no host', { host: '' }, 400],
    ['of a page elsewhere', { origin: 'https://evil.example' }, 403],
    ['of a page without an origin', { origin: 'null' }, 403],
    ['of another server on this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['of a page with another scheme', { origin: 'https://127.0.0.1:PORT' }, 403],
    ['without a cookie', { cookie: '' }, 403],
    ['with another cookie', { cookie: 'session=1' }, 403],
    ['with a made-up session', { cookie: `layerwise-PORT=${'a'.repeat(43)}` }, 403],
    ['with content', { 'content-length': '5' }, 413],
    ['with content in chunks', { 'transfer-encoding': 'chunked' }, 413],
    ['with a header that is too long', { 'x-long': 'a'.repeat(9_000) }, 431],
    ['with too much of a cookie', { cookie: 'a=b;'.repeat(2_500) }, 431],
  ])('%s is refused', async (_what, changes, status) => {
    const written = Object.entries(changes).map(([name, value]) => [
      name,
      value.replace('PORT', String(window.port)),
    ]);
    const answer = await window.get('/', Object.fromEntries(written));
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('id="root"');
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND'])(
    'with %s is refused',
    async (method) => {
      expect((await window.get('/', {}, method)).status).toBe(405);
    },
  );

  it.each([
    ['two hosts', (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`],
    ['a tunnel', (host: string) => `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['no HTTP', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['an old HTTP without a host', () => 'GET / HTTP/1.0\r\n\r\n'],
    [
      'two lengths',
      (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
    ],
  ])('with %s is refused', async (_what, text) => {
    expect([0, 400, 403]).toContain((await window.raw(text(window.host))).status);
  });

  it.each([
    '/../main/cli.js',
    '/%2e%2e/main/cli.js',
    '/..%2fmain%2fcli.js',
    '/assets/../../main/cli.js',
    '/assets/..%5c..%5cmain%5ccli.js',
    '/index.html%00.js',
    '/etc/passwd',
    '//etc/passwd',
    'http://evil.example/',
    '/assets',
    '/assets/',
    '/%zz',
    '/package.json',
    '/__proto__',
    '/constructor',
  ])('for %s finds nothing', async (path) => {
    const { status, body } = await window.get(path);
    expect([400, 404]).toContain(status);
    expect(body.length).toBeLessThan(100);
  });

  it('reaches the server from this machine only', async () => {
    const outward = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outward) {
      const socket = connect(window.port, address);
      const [error] = await once(socket, 'error');
      expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    }
  });
});

describe('a socket', () => {
  it.each<[string, string, Record<string, string>, number]>([
    ['of a page elsewhere', '/engine', { origin: 'https://evil.example' }, 403],
    ['of a page that is not named', '/engine', { origin: '' }, 403],
    ['of another server on this machine', '/engine', { origin: 'http://localhost:1' }, 403],
    ['of a page whose name was pointed here', '/engine', { host: 'rebound.evil.example' }, 403],
    ['of a browser that was not let in', '/engine', { cookie: '' }, 403],
    ['at another path', '/', {}, 404],
    ['at the path with more behind it', '/engine/x', {}, 404],
    ['with content', '/engine', { 'content-length': '3' }, 413],
    ['of an old protocol', '/engine', { 'sec-websocket-version': '7' }, 400],
  ])('%s is refused', async (_what, path, changes, status) => {
    expect((await window.upgrade(path, changes)).status).toBe(status);
  });

  it('is opened with GET only', async () => {
    expect((await window.upgrade('/engine', {}, 'POST')).status).toBe(405);
  });

  const nested = Buffer.concat([Buffer.alloc(200_000, 0x91), Buffer.from([0xc0])]);
  it.each<[string, string | Uint8Array, number]>([
    ['text', '{"type":"restartEngine"}', 1003],
    ['no MessagePack', Buffer.from([0xc1, 0xff, 0x00]), 1007],
    ['a frame that is cut off', packFrame({ type: 'restartEngine' }).slice(0, 9), 1007],
    ['nothing', Buffer.alloc(0), 1007],
    ['lists in lists in lists', nested, 1007],
    ['a list that claims to be endless', Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff]), 1007],
    ['a typed array of half a number', encode({ a: 1 }).fill(0xd4), 1007],
    ['another message', packFrame({ type: 'openProject', path: '/etc/passwd' }), 1007],
    ['a message with more in it', packFrame({ type: 'restartEngine', more: 1 }), 1007],
    ['a prototype', Buffer.from([0x81, 0xa9, ...Buffer.from('__proto__'), 0x80]), 1007],
    ['a run of no network', packFrame({ type: 'command', command: { type: 'train', runId: 'a' } }), 1007],
    ['more than a project can hold', new Uint8Array(maxPageFrameBytes + 1), 1009],
  ])('that sends %s is closed', async (_what, frame, code) => {
    const socket = await window.open();
    socket.send(frame);
    expect(await closeCode(socket)).toBe(code);
  });

  it('that floods is closed', async () => {
    const socket = await window.open();
    const message = packFrame({ type: 'command', command: { type: 'pause', runId: 'none' } });
    for (let count = 0; count < 200; count += 1) socket.send(message);
    expect(await closeCode(socket)).toBe(1008);
  });

  it('that breaks the protocol is closed', async () => {
    const answer = await window.upgrade('/engine', { 'sec-websocket-key': 'short' });
    expect(answer.status).toBe(400);
  });

  it('is one of eight at most', async () => {
    const sockets = await Promise.all(Array.from({ length: 8 }, () => window.open()));
    const refused = await window.upgrade('/engine');
    expect(refused.status).toBe(503);
    expect(refused.body).toContain('8 pages are open already');
    const closed = sockets.map((socket) => once(socket, 'close'));
    for (const socket of sockets) socket.terminate();
    await Promise.all(closed);
  });
});

test('those who send a little at a time, or nothing, are cut off, and others are served meanwhile', async () => {
  const start = performance.now();
  const slow = Array.from({ length: 50 }, (_, index) => {
    const socket = window.connect().resume();
    if (index % 2 === 0) socket.write(`GET / HTTP/1.1\r\nHost: ${window.host}\r\nX-A: `);
    const dripping = setInterval(() => {
      if (index % 2 === 0 && socket.writable) socket.write('a');
    }, 500);
    return new Promise<void>((resolve) => {
      socket.on('close', () => {
        clearInterval(dripping);
        resolve();
      });
    });
  });
  expect(await window.servesHonestClient()).toBe(true);
  await Promise.all(slow);
  expect(performance.now() - start).toBeLessThan(15_000);
});
