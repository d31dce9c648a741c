import { appendFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MetricLine, metricLineSchema } from '../../../src/engine/runs/metrics/metricSchemas';
import { MetricsWriter } from '../../../src/engine/runs/metrics/metricsWriter';
import { readMetrics } from '../../../src/engine/runs/metrics/readMetrics';
import { readMetricsTail } from '../../../src/engine/runs/metrics/readMetricsTail';
import { temporaryFolder } from './temporaryFolder';

const parent = temporaryFolder();
const path = () => join(parent.path, 'metrics.jsonl');

const step = (number: number, loss: number | null = 0.5): MetricLine => ({
  type: 'step',
  step: number,
  loss,
  accuracy: 0.25,
  learningRate: 0.1,
});
const resumed = (fromStep: number): MetricLine => ({
  type: 'resumed',
  fromStep,
  at: '2026-01-01T00:00:00.000Z',
});
const checkpoint: MetricLine = { type: 'checkpoint', step: 2, file: 'last.safetensors', bytes: 1000 };
const end = (number: number): MetricLine => ({
  type: 'end',
  step: number,
  reason: 'stopped',
  message: 'Größe ∞ in „conv“',
  node: null,
});
const epoch: MetricLine = {
  type: 'epoch',
  epoch: 1,
  step: 2,
  loss: 0.4,
  accuracy: 0.5,
  validationLoss: null,
  validationAccuracy: null,
  imagesPerSecond: 1000,
};

function write(...lines: readonly MetricLine[]): void {
  const writer = MetricsWriter.open(path());
  writer.append(...lines);
  writer.flush();
  writer.close();
}

describe('the end of metrics', () => {
  it('tells the accuracy of the last validation, also where no step was sampled since the one before', () => {
    const validated = (number: number, accuracy: number | null): MetricLine => ({
      ...epoch,
      ...{ epoch: number, step: 2 * number, validationAccuracy: accuracy },
    });
    write(step(1), validated(1, 0.3), validated(2, 0.6), validated(3, null));
    expect(readMetricsTail(path())).toEqual({ end: null, step: 6, loss: 0.5, accuracy: 0.6 });
  });
});

describe('metrics', () => {
  it('are read back as they were written', () => {
    const lines = [step(1), step(2, null), epoch, checkpoint, { ...checkpoint, validationLoss: 0.5 }, end(2)];
    write(...lines.slice(0, 3));
    write(...lines.slice(3));
    expect(readMetrics(path())).toEqual({ lines, end: end(2), superseded: 0, unreadable: 0, damage: [] });
    expect(
      readFileSync(path(), 'utf8')
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text)),
    ).toEqual(lines);
  });

  it('have no end while they go on after it', () => {
    write(step(1), end(1));
    expect(readMetrics(path()).end).toEqual(end(1));
    write(checkpoint);
    expect(readMetrics(path()).end).toEqual(end(1));
    write(resumed(1));
    expect(readMetrics(path())).toMatchObject({ end: null, lines: [step(1), resumed(1)] });
    write(step(2), end(2));
    expect(readMetrics(path()).end).toEqual(end(2));
  });

  it('do not count beyond the step that a run was resumed from', () => {
    write(step(1), step(2), epoch, step(3), step(4), end(4), resumed(2), step(3, 0.75));
    const { lines, superseded } = readMetrics(path());
    expect(lines).toEqual([step(1), step(2), epoch, resumed(2), step(3, 0.75)]);
    expect(superseded).toBe(3);
  });

  it('follow the law of resuming, stated without cleverness', () => {
    const line = fc.oneof(
      fc.nat(9).map((number) => step(number)),
      fc.nat(9).map(resumed),
      fc.nat(9).map(end),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        let expected: MetricLine[] = [];
        for (const next of lines) {
          if (next.type === 'resumed')
            expected = expected.filter(
              (kept) =>
                kept.type !== 'end' &&
                kept.type !== 'torn' &&
                (kept.type === 'resumed' ? kept.fromStep : kept.step) <= next.fromStep,
            );
          expected.push(next);
        }
        writeFileSync(path(), lines.map((next) => `${JSON.stringify(next)}\n`).join(''));
        expect(readMetrics(path()).lines).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('lose at most the last line to a kill at any byte, and go on', () => {
    const lines = [step(1), end(1), step(2), end(2)];
    write(...lines);
    const bytes = readFileSync(path());
    for (let length = 0; length <= bytes.length; length++) {
      writeFileSync(path(), bytes.subarray(0, length));
      const whole = lines.slice(0, countWhole(bytes, length));
      expect(readMetrics(path()), `cut to ${length}`).toMatchObject({ lines: whole, damage: [] });
      write(step(3));
      expect(readMetrics(path()), `cut to ${length}`).toMatchObject({
        lines: [...whole, step(3)],
        damage: [],
      });
    }
  });

  const damages: readonly { case: string; content: () => string | Uint8Array; damage: RegExp }[] = [
    {
      case: 'zeros within',
      content: () => new Uint8Array(10_000),
      damage: /^Line 2 of metrics\.jsonl can't/,
    },
    { case: 'half of a character', content: () => Uint8Array.of(0xe2, 0x88), damage: /^Line 2 of/ },
    { case: 'text', content: () => 'hello\nworld', damage: /^2 lines of metrics.* first is line 2/ },
    { case: 'unknown lines', content: () => '{"type":"step"}\n{"type":"hack"}', damage: /^2 lines of/ },
    { case: 'deep brackets', content: () => '['.repeat(200_000), damage: /^Line 2 of/ },
    { case: 'a line of 20 MiB', content: () => 'x'.repeat(20 * 1024 ** 2), damage: /^Line 2 of/ },
  ];

  it.each(damages)('survive $case, and say so', ({ content, damage }) => {
    write(step(1));
    appendFileSync(path(), content());
    appendFileSync(path(), '\n');
    write(step(2));
    const metrics = readMetrics(path());
    expect(metrics.lines).toEqual([step(1), step(2)]);
    expect(metrics.damage).toHaveLength(1);
    expect(metrics.damage[0]).toMatch(damage);
  });

  it('with a line of a gigabyte are read without taking the memory', () => {
    write(step(1));
    truncateSync(path(), 1024 ** 3);
    const before = process.memoryUsage().rss;
    write(step(2));
    expect(readMetrics(path())).toMatchObject({ lines: [step(1), step(2)], damage: [] });
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 ** 2);
  });

  it('that are no file are damage too', () => {
    expect(readMetrics(path()).damage).toEqual(['metrics.jsonl is missing.']);
    mkdirSync(path());
    expect(readMetrics(path()).damage).toEqual(["metrics.jsonl can't be read: it is not a file."]);
    const loop = join(parent.path, 'loop.jsonl');
    symlinkSync(loop, loop);
    expect(readMetrics(loop).damage).toEqual(['loop.jsonl is a link that leads back to itself.']);
  });

  it('of an older Layerwise, with gradients in each line, are read', () => {
    writeFileSync(path(), `${JSON.stringify({ ...step(1), gradients: { nodes: [], weights: [] } })}\n`);
    expect(readMetrics(path()).lines).toEqual([step(1)]);
  });

  it('of any bytes are read without a word lost of those that are whole', () => {
    const junk = fc
      .uint8Array({ maxLength: 40 })
      .map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 10)));
    fc.assert(
      fc.property(fc.array(fc.oneof(junk, fc.constant(null)), { maxLength: 8 }), (parts) => {
        const lines = parts.map((part) => part ?? Buffer.from(JSON.stringify(step(1))));
        writeFileSync(path(), Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')])));
        const { lines: read, unreadable } = readMetrics(path());
        expect(read).toHaveLength(parts.filter((part) => part === null).length);
        expect(read.length + unreadable).toBe(parts.length);
      }),
      { numRuns: 100 },
    );
  });

  it('are written in the form that is read', () => {
    for (const line of [step(1), epoch, resumed(1), checkpoint, end(1)])
      expect(metricLineSchema.parse(line)).toEqual(line);
  });
});

/** Lines of which all bytes but the line break lie below `length`. */
function countWhole(bytes: Buffer, length: number): number {
  const text = Buffer.concat([bytes.subarray(0, length), Buffer.from('\n')]);
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at <= length; at = bytes.indexOf(10, at + 1))
    if (text[at] === 10) count++;
  return count;
}
