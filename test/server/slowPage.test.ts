import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { PageSocket } from '../../src/server/pageSocket';
import { telemetryEvent } from '../unit/renderer/training/engineEvents';

test('a page that takes nothing costs a bounded memory, and is told everything anew when it takes again', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const accepted = once(server, 'connection');
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  const [socket] = await accepted;
  await once(client, 'open');

  let behind = 0;
  const page = new PageSocket(socket, {
    onMessage: () => {},
    onBehind: () => {
      behind += 1;
    },
    onClose: () => {},
  });
  client.pause();
  const event = telemetryEvent(
    'a',
    Array.from({ length: 1_000 }, (_, index) => index + 1),
  );
  let largest = 0;
  // Some 60 MB.
  for (let count = 0; count < 1_000; count += 1) {
    page.sendEvent(event);
    largest = Math.max(largest, socket.bufferedAmount);
    if (count % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(largest).toBeGreaterThan(2 * 1024 * 1024);
  expect(largest).toBeLessThan(3 * 1024 * 1024);
  expect(behind).toBe(0);

  client.resume();
  await expect.poll(() => behind, { timeout: 5_000 }).toBe(1);
  const received = once(client, 'message');
  page.sendEvent({ type: 'caughtUp' });
  await received;
  client.terminate();
  server.close();
});
