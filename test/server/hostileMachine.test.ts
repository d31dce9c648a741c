import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { CopiedRun } from '../../src/main/machine/copiedRun';
import { MachineClient } from '../../src/main/machine/machineClient';
import { MachineSocket } from '../../src/main/machine/machineSocket';
import { packFrame } from '../../src/protocol/socketFrame';

/** What a machine answers that poses as a Layerwise. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let folder: string;
let client: MachineClient;
const server = createServer((request, response) => answer(request, response));
const sockets = new WebSocketServer({ server });
beforeEach(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  client = new MachineClient({
    address: `http://127.0.0.1:${port}`,
    token: 'a'.repeat(43),
    fingerprint: null,
  });
  folder = mkdtempSync(join(tmpdir(), 'layerwise-hostile-'));
});
afterEach(async () => {
  client.dispose();
  for (const socket of sockets.clients) socket.terminate();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  rmSync(folder, { recursive: true });
});

describe('a machine that', () => {
  it.each<[string, number, string]>([
    ['sends no JSON', 200, '<html>'],
    ['speaks in another way', 200, '{"machineProtocol":2,"version":"9","name":"x"}'],
    ['says nothing of itself', 200, '{}'],
    ['talks without end', 200, ' '.repeat(1_000_000)],
    ['knows no such thing', 404, ''],
    ['leads elsewhere', 302, ''],
    ['fails', 500, 'oops'],
  ])('%s is refused in a sentence', async (_what, status, content) => {
    answer = (_request, response) =>
      void response.writeHead(status, { location: 'http://192.0.2.1/' }).end(content);
    await expect(client.hello()).rejects.toMatchObject({
      kind: 'other',
      message: expect.stringContaining('is no Layerwise that can be used from here'),
      advice: expect.stringContaining('layerwise serve'),
    });
  });

  const listed = (files: readonly { name: string; bytes: number; modified: number }[]) =>
    JSON.stringify({ folder: 'run', files });

  it('lists files that no run has gets none of them written', async () => {
    const names = ['../outside', '/etc/passwd', 'telemetry/../../outside', 'lock', 'copied.json'];
    answer = (_request, response) =>
      void response.end(listed(names.map((name) => ({ name, bytes: 3, modified: 0 }))));
    expect(await new CopiedRun(client, 'run', join(folder, 'run')).update({ checkpoints: true })).toBe(true);
    expect(readdirSync(join(folder, 'run')).sort()).toEqual(['checkpoints', 'telemetry']);
    expect(existsSync(join(folder, 'outside'))).toBe(false);
  });

  it.each([
    ['more than it has listed', 'x'.repeat(50)],
    ['less than it has listed', 'x'],
    ['without an end', null],
  ])('sends %s is not believed', async (_what, content) => {
    answer = ({ url = '' }, response) => {
      if (url.endsWith('/run')) response.end(listed([{ name: 'run.json', bytes: 10, modified: 0 }]));
      else if (content !== null) response.end(content);
      else response.write('{'.repeat(1_000));
    };
    const copy = new CopiedRun(client, 'run', join(folder, 'run'));
    await expect(copy.update({ checkpoints: false })).rejects.toThrow(
      /another file than the one that it had listed/,
    );
    expect(existsSync(join(folder, 'run', 'run.json'))).toBe(false);
  });

  it.each<[string, Uint8Array | string]>([
    ['no MessagePack', Buffer.from([0xc1, 0xff])],
    [
      'a message of another protocol',
      packFrame({ type: 'event', event: { type: 'openFile', path: '/etc/passwd' } }),
    ],
    [
      'a run in a folder elsewhere',
      packFrame({
        type: 'event',
        event: { type: 'recorded', runId: 'a', folder: '../x', path: '/', step: 1, bytes: 1 },
      }),
    ],
    ['a list that claims to be endless', Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff])],
  ])('sends %s over the socket is hung up on', async (_what, frame) => {
    sockets.once('connection', (socket) => socket.send(frame));
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const onMessage = vi.fn();
    const socket = await client.openSocket();
    await new Promise<void>((resolve) => new MachineSocket(socket, { onMessage, onClose: resolve }));
    expect(onMessage).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('falls silent is not there any more', async () => {
    const socket = await client.openSocket();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const closed = new Promise<void>(
      (resolve) => new MachineSocket(socket, { onMessage: () => {}, onClose: resolve }),
    );
    vi.advanceTimersByTime(24_000);
    expect(socket.readyState).toBe(socket.OPEN);
    vi.advanceTimersByTime(1_500);
    vi.useRealTimers();
    await closed;
  });
});
