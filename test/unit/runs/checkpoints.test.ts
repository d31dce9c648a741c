import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { type CheckpointState, decodeCheckpoint } from '../../../src/engine/runs/checkpoints/checkpoint';
import {
  CheckpointFiles,
  type CheckpointName,
  checkpointFile,
} from '../../../src/engine/runs/checkpoints/checkpointFiles';
import { encodeCheckpoint } from '../../../src/engine/runs/checkpoints/encodeCheckpoint';
import { encodeSafetensors } from '../../../src/engine/runs/safetensors';
import { temporaryFolder } from './temporaryFolder';

const parent = temporaryFolder();
const folder = () => join(parent.path, 'checkpoints');
const pathOf = (name: CheckpointName) => join(folder(), checkpointFile(name));
const shapes = new Map([
  ['conv/kernel', [2, 3]],
  ['conv/bias', [3]],
]);

function encoded(step: number, state: CheckpointState = null): Uint8Array {
  return encodeCheckpoint({
    executor: {
      readWeights: () =>
        new Map([
          ['conv/kernel', Float32Array.of(step, 1, 2, 3, 4, Number.NaN)],
          ['conv/bias', Float32Array.of(5, 6, 7)],
        ]),
      readOptimizerState: () =>
        new Map([
          ['conv/kernel/momentum', new Float32Array(6)],
          ['beta', Float32Array.of(0.9)],
        ]),
    },
    shapes,
    step,
    epochsDone: 2,
    state,
  });
}

function saved(...steps: readonly { readonly step: number; readonly best?: boolean }[]): CheckpointFiles {
  const files = new CheckpointFiles(folder());
  for (const { step, best = false } of steps) files.save(encoded(step), { best });
  return files;
}

function flipBit(path: string, byte: number): void {
  const bytes = readFileSync(path);
  bytes[byte] = (bytes[byte] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe('a checkpoint', () => {
  it('is read back as it was taken, with any state', () => {
    const { weights, optimizer, ...rest } = decodeCheckpoint(encoded(7));
    expect(rest).toEqual({ step: 7, epochsDone: 2, state: null });
    expect(weights.get('conv/kernel')).toEqual({
      shape: [2, 3],
      values: Float32Array.of(7, 1, 2, 3, 4, Number.NaN),
    });
    expect(optimizer.get('conv/kernel/momentum')?.shape).toEqual([2, 3]);
    expect(optimizer.get('beta')).toEqual({ shape: [1], values: Float32Array.of(0.9) });
    fc.assert(
      fc.property(
        fc.jsonValue().filter((value) => !JSON.stringify(value).includes('"__proto__"')),
        (value) => {
          const state: unknown = decodeCheckpoint(encoded(7, JSON.parse(JSON.stringify(value)))).state;
          expect(state).toEqual(JSON.parse(JSON.stringify(value)));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is refused where any bit of it changed, and where it is cut at any byte', () => {
    const whole = Buffer.from(encoded(7, { note: '"sha256":"' }));
    for (let byte = 0; byte < whole.length; byte++) {
      const changed = Buffer.from(whole);
      changed[byte] = (changed[byte] ?? 0) ^ 1;
      expect(() => decodeCheckpoint(changed), `byte ${byte}`).toThrow();
      expect(() => decodeCheckpoint(whole.subarray(0, byte)), `cut to ${byte}`).toThrow();
    }
  });

  it('of a Layerwise that knew no digests is read too', () => {
    const metadata = { format: 'layerwise-checkpoint', step: '3', epochs: '1' };
    expect(decodeCheckpoint(encodeSafetensors(new Map(), metadata))).toMatchObject({ step: 3, state: null });
  });

  it('from anywhere is read or refused, and takes no more memory than it has bytes', () => {
    const header = (entries: object) => {
      const json = Buffer.from(JSON.stringify(entries));
      const length = Buffer.alloc(8);
      length.writeBigUInt64LE(BigInt(json.length));
      return Buffer.concat([length, json, Buffer.alloc(16)]);
    };
    const tensor = (shape: number[], begin: number, end: number) => ({
      dtype: 'F32',
      shape,
      data_offsets: [begin, end],
    });
    for (const [entries, reason] of [
      [{ a: tensor([4], 0, 16), b: tensor([4], 0, 16) }, /overlap/],
      [{ a: tensor([1], 8, 4) }, /overlap/],
      [{ a: tensor([5], 0, 16) }, /not as many values/],
      [{ a: tensor([8], 0, 32) }, /cut off within "a"/],
      [{ a: { dtype: 'BF16', shape: [8], data_offsets: [0, 16] } }, /not in the form of safetensors/],
      [{ __metadata__: { step: 'x' } }, /which step/],
    ] as const)
      expect(() => decodeCheckpoint(header(entries))).toThrow(reason);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(() => decodeCheckpoint(bytes)).toThrow(Error);
      }),
    );
  });
});

describe('the checkpoints of a run', () => {
  it('are the last, the one before it, and the best', () => {
    const files = saved({ step: 1 }, { step: 2, best: true }, { step: 3 }, { step: 4 });
    expect(readdirSync(folder()).sort()).toEqual([
      'best.safetensors',
      'last.safetensors',
      'previous.safetensors',
    ]);
    expect(files.readLast(shapes)).toMatchObject({ name: 'last', checkpoint: { step: 4 }, passedOver: [] });
    expect(files.readBest(shapes)).toMatchObject({ name: 'best', checkpoint: { step: 2 } });
    expect(decodeCheckpoint(readFileSync(pathOf('previous'))).step).toBe(3);
  });

  it('take the room of one file where two are the same', () => {
    saved({ step: 1, best: true });
    expect(statSync(pathOf('best')).ino).toBe(statSync(pathOf('last')).ino);
  });

  const damages: readonly { case: string; damage: (path: string) => void; reason: RegExp }[] = [
    { case: 'cut off', damage: (path) => truncateSync(path, 300), reason: /^last\.safetensors .*cut off/ },
    { case: 'empty', damage: (path) => truncateSync(path, 0), reason: /too short/ },
    { case: 'changed', damage: (path) => flipBit(path, statSync(path).size - 2), reason: /SHA-256/ },
    { case: 'of zeros', damage: (path) => writeFileSync(path, Buffer.alloc(999)), reason: /safetensors/ },
    {
      case: 'of another network',
      damage: (path) => writeFileSync(path, encodeCheckpoint({ ...otherNetwork, step: 9, epochsDone: 1 })),
      reason: /lacks the weight conv\/kernel/,
    },
  ];
  const otherNetwork = {
    executor: {
      readWeights: () => new Map([['fc/kernel', Float32Array.of(1)]]),
      readOptimizerState: () => new Map(),
    },
    shapes: new Map([['fc/kernel', [1]]]),
  };

  it.each(damages)('stand in for one that is $case, which is said', ({ damage, reason }) => {
    const files = saved({ step: 1, best: true }, { step: 2 }, { step: 3 });
    damage(pathOf('last'));
    const { checkpoint, name, passedOver } = files.readLast(shapes);
    expect([name, checkpoint.step, passedOver.length]).toEqual(['previous', 2, 1]);
    expect(passedOver[0]).toMatch(reason);
    damage(pathOf('previous'));
    expect(files.readLast(shapes)).toMatchObject({ name: 'best', checkpoint: { step: 1 } });
    damage(pathOf('best'));
    expect(() => files.readLast(shapes)).toThrow(/holds no checkpoint that can be read: last/);
    files.save(encoded(5), { best: false });
    expect(files.readBest(shapes)).toMatchObject({ name: 'last', checkpoint: { step: 5 } });
  });

  it('that are none are said to be none', () => {
    expect(() => new CheckpointFiles(folder()).readLast()).toThrow(AdviceError);
    expect(() => new CheckpointFiles(folder()).readLast()).toThrow(/holds no checkpoint\./);
  });

  it('go on after a kill between any two steps of saving', () => {
    for (const left of [['last'], ['previous'], ['best'], ['last', 'previous', 'best']] as const) {
      const files = saved({ step: 1 }, { step: 2, best: true });
      for (const name of left) writeFileSync(`${pathOf(name)}.partial`, 'half');
      expect(files.readLast().checkpoint.step).toBe(2);
      files.save(encoded(3), { best: true });
      files.removePartial();
      expect(readdirSync(folder())).toHaveLength(3);
      expect(files.readLast().checkpoint.step).toBe(3);
      expect(decodeCheckpoint(readFileSync(pathOf('previous'))).step).toBe(2);
    }
  });
});
