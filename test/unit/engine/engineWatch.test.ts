import { describe, expect, it } from 'vitest';
import { describeExit } from '../../../src/engine/host/engineExit';
import { EnginePulse } from '../../../src/engine/host/enginePulse';
import { RestartLimit } from '../../../src/engine/host/restartLimit';

describe('EnginePulse', () => {
  it('is quiet while heartbeats come', () => {
    const pulse = new EnginePulse(0);
    for (let now = 500; now < 60_000; now += 500) {
      expect(pulse.beat(now)).toBe(false);
      expect(pulse.silentSeconds(now + 499)).toBeNull();
    }
  });

  it('tells a silence from its fifth second on, and its end once', () => {
    const pulse = new EnginePulse(0);
    pulse.beat(1_000);
    const seen = [1_500, 2_500, 3_500, 4_500, 5_999, 6_000, 7_000, 8_100].map((now) =>
      pulse.silentSeconds(now),
    );
    expect(seen).toEqual([null, null, null, null, null, 5, 6, 7]);
    expect(pulse.beat(8_200)).toBe(true);
    expect(pulse.beat(8_700)).toBe(false);
    expect(pulse.silentSeconds(9_000)).toBeNull();
  });

  it('gives the first heartbeat more time', () => {
    const pulse = new EnginePulse(100);
    for (let now = 1_100; now < 20_100; now += 1_000) expect(pulse.silentSeconds(now)).toBeNull();
    expect(pulse.silentSeconds(20_100)).toBe(20);
  });

  it('takes no silence for the engine’s that was its own, as when the machine was suspended', () => {
    const pulse = new EnginePulse(0);
    pulse.beat(1_000);
    expect(pulse.silentSeconds(1_500)).toBeNull();
    const wake = 3_600_000;
    const seen = [0, 1_000, 2_000, 3_000, 4_000].map((later) => pulse.silentSeconds(wake + later));
    expect(seen).toEqual([null, null, null, null, 5]);
  });
});

describe('RestartLimit', () => {
  it('allows three restarts within a minute', () => {
    const limit = new RestartLimit();
    expect([0, 1_000, 2_000, 3_000].map((now) => limit.allow(now))).toEqual([true, true, true, false]);
    expect(limit.allow(60_000)).toBe(true);
    expect(limit.allow(60_500)).toBe(false);
  });

  it('counts afresh once a person started the engine', () => {
    const limit = new RestartLimit();
    for (const now of [0, 1, 2]) limit.allow(now);
    limit.forget();
    expect(limit.allow(3)).toBe(true);
  });
});

describe('describeExit', () => {
  it.each([
    [
      9,
      'linux',
      null,
      'The engine stopped: the system or another program killed it (SIGKILL), as happens when memory runs out. A smaller batch size, or fewer filters and units, need less memory.',
    ],
    [
      11,
      'darwin',
      null,
      'The engine stopped: it crashed in native code (SIGSEGV, invalid memory access), as happens when memory runs out. A smaller batch size, or fewer filters and units, need less memory.',
    ],
    [15, 'linux', null, 'The engine stopped: another program ended it (SIGTERM).'],
    [9, 'win32', null, 'The engine stopped: it ended with exit code 9.'],
    [1, 'linux', null, 'The engine stopped: it ended with exit code 1.'],
    [0, 'linux', null, 'The engine stopped: it ended by itself without an error.'],
    [
      6,
      'linux',
      'JavaScript heap out of memory',
      'The engine stopped, out of memory: JavaScript heap out of memory (V8 error). A smaller batch size, or fewer filters and units, need less memory.',
    ],
  ])('status %i on %s', (status, platform, fatalError, sentence) => {
    expect(describeExit(status, platform, fatalError, 'oneDNN custom operations are on.')).toBe(sentence);
  });

  it.each([
    "terminate called after throwing an instance of 'std::bad_alloc'",
    'FATAL ERROR: Committing semi space failed. Allocation failed - JavaScript heap out of memory',
    'OpenBLAS: Cannot allocate memory',
  ])('names memory where the process did: %s', (printed) => {
    expect(describeExit(6, 'linux', null, printed)).toBe(
      'The engine stopped, out of memory: it gave up after an internal error (SIGABRT). A smaller batch size, or fewer filters and units, need less memory.',
    );
  });
});
