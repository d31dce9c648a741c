import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { listRuns } from '../../../src/engine/runs/listRuns';
import { openRunFolder } from '../../../src/engine/runs/openRunFolder';
import { RunLock } from '../../../src/engine/runs/runLock';
import { projectVersion } from '../../../src/network/graph/migrations';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { stepsFrom } from './sampledSteps';
import { temporaryFolder } from './temporaryFolder';
import { finished, recordOfRun, writeRun } from './writtenRun';

const parent = temporaryFolder();
const folder = () => join(parent.path, 'run');
const lastCheckpoint = () => inFolder('checkpoints', 'last.safetensors');
const inFolder = (...names: readonly string[]) => join(folder(), ...names);

describe('a run folder', () => {
  it('is opened with everything that is in it', () => {
    writeRun(folder());
    const run = openRunFolder(folder());
    expect(run).toMatchObject({ state: 'finished', damage: [], folder: folder() });
    expect(run.record).toEqual(recordOfRun());
    expect(run.metrics.lines).toHaveLength(21);
    expect([...(run.telemetry?.steps ?? [])]).toEqual(stepsFrom(1, 20));
    expect(run.checkpoints).toMatchObject([
      { name: 'last', step: 20, epochsDone: 1 },
      { name: 'previous', step: 10 },
      { name: 'best', step: 10 },
    ]);
    const { size } = statSync(inFolder('checkpoints', 'last.safetensors'));
    expect(run.bytes).toBeGreaterThan(2 * size);
    // The best and the previous checkpoint are one file.
    const use = execFileSync('du', ['--apparent-size', '-sb', folder()], { encoding: 'utf8' });
    expect(run.bytes).toBeLessThanOrEqual(Number.parseInt(use, 10));
  });

  it.each([
    [{ ...finished, reason: 'stopped' } as const, 'stopped'],
    [{ ...finished, reason: 'diverged' } as const, 'diverged'],
    [null, 'interrupted'],
  ])('with the end %j is %s, and in training while somebody holds its lock', (end, state) => {
    writeRun(folder(), end);
    expect(openRunFolder(folder()).state).toBe(state);
    const lock = RunLock.acquire(folder());
    expect(openRunFolder(folder()).state).toBe('training');
    lock.release();
    expect(openRunFolder(folder()).state).toBe(state);
  });

  it('without telemetry is opened', () => {
    writeRun(folder());
    rmSync(inFolder('telemetry'), { recursive: true });
    expect(openRunFolder(folder())).toMatchObject({ telemetry: null, damage: [], state: 'finished' });
  });

  it('with a network of an older version migrates it', () => {
    writeRun(folder());
    const { blocks: _, ...document } = lenet5.create();
    writeFileSync(inFolder('run.json'), JSON.stringify({ ...recordOfRun(), document, projectVersion: 2 }));
    expect(openRunFolder(folder()).record).toMatchObject({ document: { blocks: [] }, projectVersion });
  });

  const damages: readonly { case: string; damage: () => void; sentence: RegExp }[] = [
    {
      case: 'metrics are gone',
      damage: () => rmSync(inFolder('metrics.jsonl')),
      sentence: /^metrics\.jsonl is missing\.$/,
    },
    {
      case: 'metrics are overwritten',
      damage: () => writeFileSync(inFolder('metrics.jsonl'), `${'\0'.repeat(5000)}\n`),
      sentence: /^Line 1 of metrics\.jsonl can't be read/,
    },
    {
      case: 'telemetry is not described',
      damage: () => writeFileSync(inFolder('telemetry', 'columns.json'), '{'),
      sentence: /columns\.json is damaged/,
    },
    {
      case: 'a checkpoint is cut off',
      damage: () => truncateSync(lastCheckpoint(), statSync(lastCheckpoint()).size - 1),
      sentence: /^last\.safetensors can't be read: it is cut off\.$/,
    },
    {
      case: 'a checkpoint is a pipe',
      damage: () => {
        rmSync(inFolder('checkpoints', 'best.safetensors'));
        execFileSync('mkfifo', [inFolder('checkpoints', 'best.safetensors')]);
      },
      sentence: /^best\.safetensors can't be read: it is not a file\.$/,
    },
  ];

  it.each(damages)('of which $case is opened, with a sentence', ({ damage, sentence }) => {
    writeRun(folder());
    damage();
    const run = openRunFolder(folder());
    expect(run.damage.join('\n')).toMatch(sentence);
    expect(run.record.document.name).toBe('LeNet-5');
  });

  const refusals: readonly { case: string; damage: () => void; message: RegExp }[] = [
    { case: 'gone', damage: () => rmSync(folder(), { recursive: true }), message: /is missing/ },
    {
      case: 'a file',
      damage: () => {
        rmSync(folder(), { recursive: true });
        writeFileSync(folder(), '');
      },
      message: /is not a folder/,
    },
    { case: 'no run’s', damage: () => rmSync(inFolder('run.json')), message: /it holds no run\.json/ },
    {
      case: 'cut off',
      damage: () => truncateSync(inFolder('run.json'), 99),
      message: /cut off or is not JSON/,
    },
    {
      case: 'of another form',
      damage: () => writeFileSync(inFolder('run.json'), JSON.stringify({ ...recordOfRun(), seed: 'x' })),
      message: /damaged at "seed"/,
    },
    {
      case: 'of a newer Layerwise',
      damage: () => writeFileSync(inFolder('run.json'), JSON.stringify({ ...recordOfRun(), version: 9 })),
      message: /newer Layerwise \(run version 9/,
    },
    {
      case: 'of an impossible network',
      damage: () =>
        writeFileSync(
          inFolder('run.json'),
          JSON.stringify({ ...recordOfRun(), document: { ...lenet5.create(), nodes: 7 } }),
        ),
      message: /The network in .*run\.json can't be read/,
    },
    {
      case: 'of a network that is nested deeper than the stack',
      damage: () => {
        const text = JSON.stringify({ ...recordOfRun(), document: { ...lenet5.create(), training: 'deep' } });
        const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
        writeFileSync(inFolder('run.json'), text.replace('"deep"', deep));
      },
      message: /The network in .*run\.json can't be read/,
    },
  ];

  it.each(refusals)('that is $case is refused with advice', ({ damage, message }) => {
    writeRun(folder());
    damage();
    expect(() => openRunFolder(folder())).toThrow(AdviceError);
    expect(() => openRunFolder(folder())).toThrow(message);
  });

  it('with any byte of any file changed is opened or refused with advice', () => {
    writeRun(folder());
    const names = ['run.json', 'metrics.jsonl', 'telemetry/columns.json', 'checkpoints/last.safetensors'];
    const contents = new Map(names.map((name) => [name, readFileSync(inFolder(name))]));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (name, place, change, cut) => {
          const whole = contents.get(name) ?? Buffer.alloc(0);
          const at = place % whole.length;
          const damaged = Buffer.from(cut ? whole.subarray(0, at) : whole);
          if (!cut) damaged[at] = (damaged[at] ?? 0) ^ change;
          writeFileSync(inFolder(name), damaged);
          try {
            openRunFolder(folder());
          } catch (cause) {
            if (!(cause instanceof AdviceError) || name !== 'run.json') throw cause;
          } finally {
            writeFileSync(inFolder(name), whole);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the list of runs', () => {
  it('has the newest first, and names what is broken', () => {
    writeRun(join(parent.path, 'old'), null);
    writeRun(join(parent.path, 'new'), finished, recordOfRun(new Date(1e12)));
    mkdirSync(join(parent.path, 'notes'));
    writeFileSync(join(parent.path, 'file'), '');
    for (const [name, content] of [
      ['broken', '{'],
      ['other', '{"format":"else"}'],
    ] as const) {
      mkdirSync(join(parent.path, name));
      writeFileSync(join(parent.path, name, 'run.json'), content);
    }
    const { runs, broken } = listRuns(parent.path);
    expect(runs).toMatchObject([
      { folder: join(parent.path, 'new'), name: 'LeNet-5', state: 'finished', step: 20 },
      { folder: join(parent.path, 'old'), state: 'interrupted', step: 20, loss: 10_020 },
    ]);
    expect(broken).toEqual(['broken', 'other']);
  });

  it('of a folder that is gone is refused', () => {
    expect(() => listRuns(join(parent.path, 'gone'))).toThrow(/is missing/);
  });

  it('reads 200 runs at once', () => {
    writeRun(folder());
    for (let number = 0; number < 200; number++) {
      const path = join(parent.path, `run${number}`);
      mkdirSync(path);
      for (const name of ['run.json', 'metrics.jsonl'])
        writeFileSync(join(path, name), readFileSync(inFolder(name)));
    }
    const begun = process.cpuUsage();
    expect(listRuns(parent.path).runs).toHaveLength(201);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});
