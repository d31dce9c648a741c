import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Batch } from '../../src/engine/trainingExecutor';

/** One way to train a network on batches of a size. */
export interface Contender {
  /** The framework and its version. */
  readonly version: string;
  /** How many numbers are trained. */
  readonly parameters: number;
  /** Multiply-adds of convolutions and dense layers for one image, forwards: strides and pools show in them. */
  readonly multiplyAdds: number;
  /** Runs one training step: forward, backward, update, and the loss read back. */
  step(): Promise<number> | number;
}

/** What a contender is told at its start: the network by its name in scripts/bench/networks.mjs, and where the data lies. */
export const raceSchema = z.strictObject({
  network: z.string(),
  batch: z.int().positive(),
  shape: z.tuple([z.int().positive(), z.int().positive(), z.int().positive()]),
  classes: z.int().positive(),
  threads: z.int().positive(),
  data: z.string(),
});
export type Race = z.infer<typeof raceSchema>;

/** Reads the batches that all contenders train on, and gives them in turn without end. */
export function endlessBatches({ data, batch, shape: [height, width, channels] }: Race): () => Batch {
  const images = new Float32Array(bytesOf(join(data, 'images.f32')));
  const labels = new Int32Array(bytesOf(join(data, 'labels.i32')));
  const values = batch * height * width * channels;
  const batches = Array.from({ length: labels.length / batch }, (_, index) => ({
    images: images.slice(index * values, (index + 1) * values),
    labels: labels.slice(index * batch, (index + 1) * batch),
    size: batch,
  }));
  let next = 0;
  return () => {
    const given = batches[next % batches.length];
    if (given === undefined) throw new Error(`${data} has no batch.`);
    next += 1;
    return given;
  };
}

function bytesOf(path: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  // A file of Node's may lie anywhere in a buffer that it shares with others; the numbers need one of their own.
  return new Uint8Array(buffer, byteOffset, byteLength).slice().buffer;
}
