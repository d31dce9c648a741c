import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { connect as connectSecurely, type TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MachineClient } from '../../src/main/machine/machineClient';
import { machinePaths } from '../../src/protocol/machineMessages';
import { readCertificate } from '../../src/server/certificate';
import { ServedWindow } from './servedWindow';

const certificateFile = fileURLToPath(new URL('certificate/cert.pem', import.meta.url));
const certificate = readCertificate(
  certificateFile,
  fileURLToPath(new URL('certificate/key.pem', import.meta.url)),
);
const { fingerprint256 } = certificate.leaf;
let window: ServedWindow;
beforeAll(async () => {
  window = await ServedWindow.start({ certificate, names: ['gpu-box.test'] });
});
afterAll(() => window.close());

/** A client of the encrypted server, which has accepted a certificate or none. */
function client(fingerprint: string | null, token = window.machineToken): MachineClient {
  return new MachineClient({ address: `https://localhost:${window.port}`, token, fingerprint });
}

/** What is answered to a text over an encrypted connection. */
async function ask(text: string): Promise<string> {
  const socket: TLSSocket = connectSecurely({
    port: window.port,
    ca: readFileSync(certificateFile),
    servername: 'localhost',
  });
  await once(socket, 'secureConnect');
  let received = '';
  socket.setEncoding('latin1').on('data', (piece) => {
    received += piece;
  });
  socket.write(text);
  await once(socket, 'close');
  return received;
}

it('shows a fingerprint before the token is sent, and is used once that was accepted', async () => {
  await expect(client(null).hello()).rejects.toMatchObject({
    kind: 'certificate',
    fingerprint: fingerprint256,
  });
  const accepted = client(fingerprint256);
  expect(await accepted.hello()).toMatchObject({ machineProtocol: 1 });
  const socket = await accepted.openSocket();
  socket.terminate();
  accepted.dispose();
});

it('is not believed with another certificate than the one that was accepted, nor with a wrong token', async () => {
  const other = fingerprint256.replace(/^../, (digits) => (digits === '00' ? 'FF' : '00'));
  await expect(client(other).hello()).rejects.toMatchObject({
    kind: 'certificate',
    fingerprint: fingerprint256,
  });
  await expect(client(other).openSocket()).rejects.toMatchObject({ kind: 'certificate' });
  await expect(client(fingerprint256, 'a'.repeat(43)).hello()).rejects.toMatchObject({ kind: 'token' });
  await expect(client(fingerprint256, 'a'.repeat(43)).openSocket()).rejects.toMatchObject({ kind: 'token' });
});

it('lets a browser in with a cookie that only goes over encrypted connections, and a page that connects encrypted', async () => {
  const host = `localhost:${window.port}`;
  expect(window.addresses[0]).toMatch(/^https:\/\/gpu-box\.test:\d+\/\?token=/);
  const entered = await ask(`GET ${window.lastToken} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  expect(entered).toMatch(/^set-cookie: .*; HttpOnly; SameSite=Strict; Secure\r$/im);
  const cookie = /set-cookie: ([^;]+)/i.exec(entered)?.[1];
  const page = `GET / HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n`;
  expect(await ask(`${page}\r\n`)).toContain(`connect-src 'self' wss://${host};`);
  expect(await ask(`${page}Origin: https://${host}\r\n\r\n`)).toMatch(/^HTTP\/1.1 200/);
  expect(await ask(`${page}Origin: http://${host}\r\n\r\n`)).toMatch(/^HTTP\/1.1 403/);
});

it.each([
  ['gpu-box.test', 200],
  ['127.0.0.1', 200],
  ['evil.example', 403],
])('answers for the host %s with %i', async (name, status) => {
  const authorization = `Authorization: Bearer ${window.machineToken}`;
  const text = `GET ${machinePaths.hello} HTTP/1.1\r\nHost: ${name}:${window.port}\r\n${authorization}\r\nConnection: close\r\n\r\n`;
  expect(await ask(text)).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
});

it.each<[string, string | Uint8Array]>([
  ['speaks without encryption', 'GET /machine HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['greets in no way that there is', Buffer.alloc(600, 0x16)],
  ['says nothing', ''],
])('drops whoever %s, and serves others', async (_what, words) => {
  const socket = connect(window.port, '127.0.0.1').on('error', () => {});
  socket.resume().write(words);
  await once(socket, 'close');
  const honest = client(fingerprint256);
  expect(await honest.hello()).toMatchObject({ machineProtocol: 1 });
  honest.dispose();
});
