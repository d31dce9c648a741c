/** One contender in a process of its own, which runs rounds of steps when it is told to. */
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { batchSize, type Contender } from './contender';
import { layerwise } from './layerwise';
import { layerwiseWasm } from './layerwiseWasm';
import { tfjsLayers } from './tfjsLayers';

const contenders: Readonly<Record<string, () => Promise<Contender> | Contender>> = {
  layerwise,
  tfjsLayers,
  layerwiseWasm,
};
const roundSchema = z.strictObject({ seconds: z.number().positive() });

const make = contenders[process.argv[2] ?? ''];
if (make === undefined) throw new Error(`The contenders are: ${Object.keys(contenders).join(', ')}.`);
const contender = await make();

process.on('message', async (message) => {
  const { seconds } = roundSchema.parse(message);
  const start = performance.now();
  let steps = 0;
  let elapsed = 0;
  while (elapsed < 1000 * seconds) {
    await contender.step();
    steps += 1;
    elapsed = performance.now() - start;
  }
  process.send?.({ imagesPerSecond: (1000 * steps * batchSize) / elapsed });
});
process.send?.('ready');
