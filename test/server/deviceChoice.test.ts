import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packFrame } from '../../src/protocol/socketFrame';
import type { ServerMessage } from '../../src/protocol/socketMessages';
import { firstMessage, ServedWindow } from './servedWindow';

test('a page has the engine started anew on another device, and the server keeps the choice', async () => {
  const served = await ServedWindow.start();
  const socket = await served.open();
  const settings = { device: 'wasm', threads: 1 };
  const chosen = firstMessage(socket, (message) => deviceOf(message)?.backend === 'wasm');
  socket.send(packFrame({ type: 'chooseDevice', settings }));
  const message = await chosen;
  expect(deviceOf(message)).toMatchObject({ threads: 1, note: expect.stringMatching(/as was chosen/) });
  expect(message).toMatchObject({ event: { options: { settings, fixedBy: null } } });
  expect(JSON.parse(readFileSync(join(served.folder, 'device.json'), 'utf8'))).toEqual(settings);
  socket.terminate();
  await served.close();
});

function deviceOf(message: ServerMessage) {
  return message.type === 'event' && message.event.type === 'ready' ? message.event.device : null;
}
