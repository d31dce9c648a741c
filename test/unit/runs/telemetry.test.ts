import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { columnFiles, statistics } from '../../../src/engine/runs/telemetry/columnFiles';
import { lastWritten } from '../../../src/engine/runs/telemetry/lastWritten';
import { TelemetryReader } from '../../../src/engine/runs/telemetry/telemetryReader';
import { TelemetryWriter } from '../../../src/engine/runs/telemetry/telemetryWriter';
import { itemsOf, sampled, stepsFrom, valueAt } from './sampledSteps';
import { temporaryFolder } from './temporaryFolder';

const layers = 3;
const items = itemsOf(layers);
const parent = temporaryFolder();
const folder = () => join(parent.path, 'telemetry');

function write(parts: readonly (readonly number[])[], keepThroughStep?: number, turn = 0): void {
  const writer = TelemetryWriter.open(folder(), items, { keepThroughStep });
  for (const steps of parts) writer.append(sampled(steps, layers, turn));
  writer.flush();
  writer.close();
}

const stepsRead = () => [...TelemetryReader.open(folder()).steps];

describe('telemetry', () => {
  it('is read back as it was written, whole and in parts', () => {
    write([stepsFrom(1, 4), [], [5], stepsFrom(6, 20)]);
    const reader = TelemetryReader.open(folder());
    expect(reader.stepCount).toBe(20);
    expect(reader.nodes).toEqual(items.nodes);
    expect(reader.rows(0, 20)).toEqual(sampled(stepsFrom(1, 20), layers));
    expect(reader.rows(3, 7)).toEqual(sampled(stepsFrom(4, 7), layers));
    expect(reader.thinned(100)).toEqual(reader.rows(0, 20));
    expect([...reader.column('weightNorms', 2)]).toEqual(stepsFrom(1, 20).map((step) => valueAt(7, step, 2)));
    expect([...reader.column('losses', 0)]).toEqual([...reader.rows(0, 20).losses]);
    expect(() => reader.column('losses', 1)).toThrow(RangeError);
  });

  it('is thinned evenly, with its first and last row', () => {
    write([stepsFrom(1, 100)]);
    const reader = TelemetryReader.open(folder());
    for (const limit of [2, 3, 7, 50, 99]) {
      const { steps, losses } = reader.thinned(limit);
      expect(steps).toHaveLength(limit);
      expect([steps[0], steps.at(-1)]).toEqual([1, 100]);
      const gaps = [...steps].slice(1).map((step, index) => step - (steps[index] ?? 0));
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
      expect([...losses]).toEqual(Array.from(steps, (step) => valueAt(1, step, 0)));
    }
  });

  it('of a vast network is thinned to what fits into memory', () => {
    const vast = 40_000;
    const writer = TelemetryWriter.open(folder(), itemsOf(vast));
    writer.close();
    for (const { file, rowOf } of Object.values(columnFiles))
      truncateSync(join(folder(), file), 4 * 500 * (rowOf === 'step' ? 1 : vast));
    writeFileSync(join(folder(), 'steps.i32'), new Uint8Array(Int32Array.from(stepsFrom(1, 500)).buffer));
    const { steps, weightNorms } = TelemetryReader.open(folder()).thinned(500);
    expect([steps[0], steps.at(-1)]).toEqual([1, 500]);
    expect(weightNorms.byteLength).toBeLessThan(64 * 1024 ** 2);
  });

  it('of no layers and of no steps is telemetry too', () => {
    const writer = TelemetryWriter.open(folder(), itemsOf(0));
    expect(TelemetryReader.open(folder()).thinned(10).steps).toHaveLength(0);
    writer.append(sampled([1, 2], 0));
    writer.close();
    expect(stepsRead()).toEqual([1, 2]);
  });

  it('of earlier versions, without statistics of activations, opens, and a run goes on in it', () => {
    write([stepsFrom(1, 4)]);
    const { activationStatistics, ...older } = JSON.parse(
      readFileSync(join(folder(), 'columns.json'), 'utf8'),
    );
    expect(activationStatistics).toBe(true);
    writeFileSync(join(folder(), 'columns.json'), JSON.stringify(older));
    for (const quantity of statistics) rmSync(join(folder(), columnFiles[quantity].file));
    const reader = TelemetryReader.open(folder());
    expect(reader.rows(0, 4).weightNorms).toEqual(sampled(stepsFrom(1, 4), layers).weightNorms);
    expect([...reader.rows(0, 4).zeroShares]).toEqual(Array(4 * layers).fill(Number.NaN));
    expect([...reader.column('activationMeans', 2)]).toEqual(Array(4).fill(Number.NaN));

    write([stepsFrom(4, 6)], 3, 1);
    const resumed = TelemetryReader.open(folder());
    expect([...resumed.steps]).toEqual(stepsFrom(1, 6));
    expect([...resumed.rows(0, 3).activationMeans]).toEqual(Array(3 * layers).fill(Number.NaN));
    expect(resumed.rows(3, 6)).toEqual(sampled(stepsFrom(4, 6), layers, 1));
  });

  it('lies in plain files that any language reads', () => {
    write([stepsFrom(1, 5)]);
    expect(readdirSync(folder()).sort()).toEqual(
      [...Object.values(columnFiles).map(({ file }) => file), 'columns.json'].sort(),
    );
    const norms = readFileSync(join(folder(), 'weightNorms.f32'));
    expect(norms).toHaveLength(5 * layers * 4);
    expect(norms.readFloatLE((3 * layers + 1) * 4)).toBe(valueAt(7, 4, 1));
    expect(readFileSync(join(folder(), 'steps.i32')).readInt32LE(8)).toBe(3);
  });

  it('loses only the rows that a kill cut off, at whichever byte of whichever file', () => {
    for (const { file } of Object.values(columnFiles)) {
      write([stepsFrom(1, 3)]);
      const path = join(folder(), file);
      const { size } = statSync(path);
      for (let length = size; length >= 0; length--) {
        truncateSync(path, length);
        expect(stepsRead(), `${file} cut to ${length}`).toEqual(
          stepsFrom(1, Math.floor((length * 3) / size)),
        );
      }
      truncateSync(join(folder(), 'steps.i32'), 0);
      write([]);
    }
  });

  it('goes on after the rows that a kill left whole', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(columnFiles).map(({ file }) => file)),
        fc.integer({ min: 0, max: 60 }),
        (file, lost) => {
          makeEmpty();
          write([stepsFrom(1, 6)]);
          const path = join(folder(), file);
          truncateSync(path, Math.max(0, statSync(path).size - lost));
          const left = stepsRead();
          write([[7, 8]]);
          expect(stepsRead()).toEqual([...left, 7, 8]);
          expect(TelemetryReader.open(folder()).rows(0, left.length + 2)).toEqual(
            sampled([...left, 7, 8], layers),
          );
        },
      ),
      { numRuns: 8 },
    );
  });

  it('takes the later row of a step that was done twice, and drops what lies beyond the checkpoint', () => {
    write([stepsFrom(1, 10)]);
    write([[7, 8]], 6, 1);
    expect(stepsRead()).toEqual(stepsFrom(1, 8));
    const { losses } = TelemetryReader.open(folder()).rows(5, 8);
    expect([...losses]).toEqual([valueAt(1, 6, 0), valueAt(1, 7, 0, 1), valueAt(1, 8, 0, 1)]);
    write([[4]], 2);
    expect(stepsRead()).toEqual([1, 2, 4]);
  });

  it('follows the law of the last written, stated without cleverness', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 20 });
    const marks = fc.array(
      fc.record({ row: fc.integer({ min: 0, max: 20 }), fromStep: fc.integer({ min: 0, max: 12 }) }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(steps, marks, (written, resumed) => {
        let expected: number[] = [];
        for (let row = 0; row <= written.length; row++) {
          for (const mark of resumed)
            if (mark.row === row) expected = expected.filter((kept) => (written[kept] ?? 0) <= mark.fromStep);
          const step = written[row] ?? 0;
          if (step < 1) continue;
          expected = expected.filter((kept) => (written[kept] ?? 0) < step);
          expected.push(row);
        }
        const reachable = resumed.filter(({ row }) => row <= written.length);
        expect([...lastWritten(Int32Array.from(written), reachable)]).toEqual(expected);
      }),
    );
  });

  it('of another network is refused, and stays', () => {
    write([[1]]);
    expect(() => TelemetryWriter.open(folder(), itemsOf(2))).toThrow(/another network/);
    expect(stepsRead()).toEqual([1]);
  });

  it('without a whole columns.json says so', () => {
    write([[1]]);
    const path = join(folder(), 'columns.json');
    const text = readFileSync(path, 'utf8');
    for (const content of ['', '{}', 'null', text.slice(0, -9), text.replace('"nodes":[', '"nodes":[7,')]) {
      writeFileSync(path, content);
      expect(() => TelemetryReader.open(folder())).toThrow(AdviceError);
      expect(() => TelemetryWriter.open(folder(), items)).toThrow(/columns\.json is damaged/);
    }
  });

  it('never exceeds its limit, and keeps rows from the whole run', () => {
    for (const byteLimit of [0, 100, 5000, 20_000]) {
      makeEmpty();
      const writer = TelemetryWriter.open(folder(), items, { byteLimit });
      let everyNth = 0;
      for (let step = 1; step <= 3000; step += 3) {
        writer.append(sampled(stepsFrom(step, step + 2), layers));
        expect(writer.bytes).toBeLessThanOrEqual(byteLimit);
        expect(writer.everyNth).toBeGreaterThanOrEqual(everyNth);
        everyNth = writer.everyNth;
      }
      writer.close();
      const sizes = Object.values(columnFiles).map(({ file }) => statSync(join(folder(), file)).size);
      expect(sizes.reduce((sum, size) => sum + size)).toBe(writer.bytes);
      if (byteLimit < 5000) continue;
      const steps = stepsRead();
      expect(steps.slice(0, 15)).toEqual(stepsFrom(1, 15));
      expect(writer.bytes).toBeGreaterThan(0.9 * byteLimit);
    }
  });
});

/** Starts anew. */
function makeEmpty(): void {
  const writer = TelemetryWriter.open(folder(), items);
  writer.close();
  for (const { file } of Object.values(columnFiles)) truncateSync(join(folder(), file), 0);
  writeFileSync(
    join(folder(), 'columns.json'),
    JSON.stringify({ format: 'layerwise-telemetry', version: 1, ...items, resumed: [] }),
  );
}
