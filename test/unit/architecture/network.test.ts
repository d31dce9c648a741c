import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type ConnectionId,
  networkConnections,
} from '../../../src/renderer/settings/privacy/networkConnections';
import { networkUse } from './networkUse';
import { readSourceFiles } from './sourceFiles';

/**
 * Every file that may talk to others over a network, and for which of the connections that the settings tell of; null
 * where it only handles names and addresses. `setUp` fetches what a checkout needs, and never runs in a package but for
 * TensorFlow's sake.
 */
const allowed: Readonly<Record<string, ConnectionId | 'setUp' | null>> = {
  'src/engine/data/downloadFile.ts': 'datasets',
  'src/main/installation/installationOffice.ts': 'updates',
  'src/main/machine/machineClient.ts': 'machine',
  'src/main/machine/openConnection.ts': 'machine',
  'src/renderer/browser/engineSocket.ts': 'serve',
  'src/server/limitedServer.ts': 'serve',
  'src/server/ownAddress.ts': null,
  'src/server/server.ts': 'serve',
  'scripts/provision/electron.mjs': 'setUp',
  'scripts/provision/fetchFile.mjs': 'tensorFlow',
  'scripts/provision/fetchWheels.mjs': 'tensorFlow',
};

const page = readFileSync(new URL('../../../docs/privacy.md', import.meta.url), 'utf8');

describe('connections over a network', () => {
  it('are made by the files that are named here, and by no other', () => {
    const sources = [
      ...readSourceFiles('src', ['.ts', '.tsx', '.mjs']),
      ...readSourceFiles('scripts', ['.mjs']),
      ...readSourceFiles('bin', ['.mjs']),
    ];
    const using = sources.filter(([path, text]) => networkUse(path, text).length > 0).map(([path]) => path);
    expect(using.sort()).toEqual(Object.keys(allowed).sort());
  });

  it('are those that the settings and the page on privacy tell of', () => {
    const made = new Set(Object.values(allowed));
    for (const { id, label, when, off } of networkConnections) {
      expect(made).toContain(id);
      for (const words of [label(), when(), off()]) expect(page).toContain(words);
    }
    for (const path of Object.keys(allowed)) expect(page).toContain(`\`${path}\``);
  });

  it.each([
    ["import { request } from 'node:https';", 'node:https'],
    ["import https from 'https';", 'https'],
    ["export { connect } from 'node:tls';", 'node:tls'],
    ["const { default: ws } = await import('ws');", 'ws'],
    ["import { net, app } from 'electron';", 'net'],
    ["import { crashReporter } from 'electron';", 'crashReporter'],
    ['const answer = await fetch(address);', 'fetch'],
    ['void globalThis.fetch(address);', 'fetch'],
    ["void window['fetch'](address);", 'fetch'],
    ['const socket = new WebSocket(address);', 'WebSocket'],
    ['navigator.sendBeacon(address, text);', 'sendBeacon'],
    ['shell.openExternal(address);', 'openExternal'],
  ])('are seen in %s', (text, use) => {
    expect(networkUse('sample.ts', text)).toEqual([use]);
  });

  it.each([
    "import type { Server } from 'node:http';",
    "import { type WebSocket } from 'ws';",
    "import { app } from 'electron';",
    'updates.fetch();',
    'const fetched: WebSocket | null = null;',
  ])('are not seen in %s', (text) => {
    expect(networkUse('sample.ts', text)).toEqual([]);
  });
});
