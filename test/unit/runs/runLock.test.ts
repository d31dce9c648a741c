import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { findTrainer, RunLock } from '../../../src/engine/runs/runLock';
import { temporaryFolder } from './temporaryFolder';

const folder = temporaryFolder();
const path = () => join(folder.path, 'lock');

/** A process that is gone: its number was in use. */
async function formerProcess(): Promise<number> {
  const child = spawn('true');
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid ?? 0;
}

function lockOf(pid: number, change: object = {}): void {
  writeFileSync(path(), JSON.stringify({ pid, started: null, host: hostname(), token: 'other', ...change }));
}

describe('the lock of a run folder', () => {
  it('lets one at a time in, and leaves nothing behind', () => {
    const lock = RunLock.acquire(folder.path);
    expect(findTrainer(folder.path)?.pid).toBe(process.pid);
    lock.check();
    expect(() => RunLock.acquire(folder.path)).toThrow(AdviceError);
    expect(() => RunLock.acquire(folder.path)).toThrow(/in use: another run of this Layerwise/);
    lock.release();
    expect(readdirSync(folder.path)).toEqual([]);
    expect(findTrainer(folder.path)).toBeNull();
    RunLock.acquire(folder.path).release();
  });

  it('says which process holds it', () => {
    lockOf(process.ppid);
    expect(() => RunLock.acquire(folder.path)).toThrow(`is in use: process ${process.ppid} trains into it.`);
  });

  it('of a process on another machine is left alone, with advice', () => {
    lockOf(1, { host: 'elsewhere' });
    const attempt = () => RunLock.acquire(folder.path);
    expect(attempt).toThrow(/process 1 on the machine elsewhere/);
    expect(attempt).toThrow(
      expect.objectContaining({ advice: expect.stringContaining('delete the file lock') }),
    );
    expect(readFileSync(path(), 'utf8')).toContain('elsewhere');
  });

  it('of a process that is gone is taken over', async () => {
    lockOf(await formerProcess());
    expect(findTrainer(folder.path)).toBeNull();
    RunLock.acquire(folder.path).check();
    expect(readdirSync(folder.path)).toEqual(['lock']);
  });

  it.runIf(process.platform === 'linux')(
    'of a former process is not held by a later one of its number',
    () => {
      lockOf(process.ppid, { started: '1 of-another-boot' });
      RunLock.acquire(folder.path).release();
    },
  );

  it('does not depend on the clock', () => {
    const lock = RunLock.acquire(folder.path);
    for (const time of [0, 4_000_000_000]) {
      utimesSync(path(), time, time);
      expect(() => RunLock.acquire(folder.path)).toThrow(/in use/);
      lock.check();
    }
  });

  it.each(['', '{', 'null', '{"pid":-1}', '\0\0\0'])('that is damaged (%j) is taken over', (content) => {
    writeFileSync(path(), content);
    RunLock.acquire(folder.path).release();
    expect(existsSync(path())).toBe(false);
  });

  it('tells its holder when it was taken away', () => {
    const lock = RunLock.acquire(folder.path);
    lockOf(process.ppid);
    expect(() => lock.check()).toThrow(/in use: process/);
    lock.release();
    expect(existsSync(path())).toBe(true);
    rmSync(path());
    expect(() => lock.check()).toThrow(/removed or moved/);
  });

  it('that can’t be written is refused with advice', () => {
    expect(() => RunLock.acquire(join(folder.path, 'gone'))).toThrow(/can't be written.*removed or moved/);
    mkdirSync(path());
    RunLock.acquire(folder.path).release();
    expect(readdirSync(folder.path)).toEqual([]);
  });
});
