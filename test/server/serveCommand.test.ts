import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { keptMachineToken } from '../../src/server/machineToken';
import { engineOf, findProcess } from './engineOf';

const program = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
let child: ChildProcess | null = null;
afterEach(() => {
  child?.kill('SIGKILL');
  child = null;
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the command and waits for the address that it prints. */
async function serve(port: number): Promise<{ child: ChildProcess; address: string }> {
  const started = spawn(process.execPath, [program, 'serve', '--port', String(port)]);
  child = started;
  let printed = '';
  started.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text;
  });
  const find = () => /^Layerwise is at (\S+)$/m.exec(printed)?.[1];
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  return { child: started, address: find() ?? '' };
}

describe('layerwise serve', () => {
  it('prints an address on this machine, and ends with its engine on Ctrl-C', async () => {
    const port = await freePort();
    const served = await serve(port);
    expect(served.address).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/\\?token=[\\w-]{43}$`));
    const engine = engineOf(served.child);
    served.child.kill('SIGINT');
    expect(await once(served.child, 'exit')).toEqual([0, null]);
    await expect.poll(() => findProcess(engine)).toBeNull();
  });

  it('takes its engine along when it is killed', async () => {
    const served = await serve(await freePort());
    const engine = engineOf(served.child);
    served.child.kill('SIGKILL');
    await expect.poll(() => findProcess(engine), { timeout: 10_000 }).toBeNull();
  });

  it('says which port is in use, and what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [program, 'serve', '--port', String(port)],
      { encoding: 'utf8' },
    );
    server.close();
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`Port ${port} is in use`);
    expect(stderr).toContain(`layerwise serve --port ${port + 1}`);
  });

  it.each(['0', '65536', '80.5', 'http'])('refuses port %s', (port) => {
    const { status, stderr } = spawnSync(process.execPath, [program, 'serve', '--port', port], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/It must be /);
  });

  it.each([
    [['--host', '0.0.0.0'], /would not be encrypted[\s\S]*ssh -L[\s\S]*--tls-cert/],
    [['--host', '192.0.2.1', '--without-tls'], /192\.0\.2\.1 is no address of this machine/],
    [['--tls-cert', 'cert.pem'], /--tls-key is missing/],
    [['--tls-cert', 'no.pem', '--tls-key', 'no.pem'], /no\.pem is missing[\s\S]*openssl req/],
    [['--name', 'https://gpu-box'], /no name of a machine/],
    [['--token-file', '/dev/null'], /\/dev\/null can't be read: it is no small file/],
  ])('refuses %j, and says what to do', async (options, words) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [program, 'serve', '--port', String(await freePort()), ...options],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([2, expect.stringMatching(words)]);
  });

  it('makes a token for its owner only, keeps it, and refuses one that others may read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'layerwise-token-'));
    const path = join(folder, 'own', 'token');
    const token = keptMachineToken(path);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(keptMachineToken(path)).toBe(token);
    chmodSync(path, 0o644);
    expect(() => keptMachineToken(path)).toThrow(/Others on this machine may read the token/);
    writeFileSync(path, 'short\n');
    expect(() => keptMachineToken(path)).toThrow(/holds no token/);
    rmSync(folder, { recursive: true });
  });
});
