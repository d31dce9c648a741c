/** One contender in a process of its own: it introduces itself, and answers each line that asks for a turn of steps. */
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type Contender, type Race, raceSchema } from './contender';
import { layerwise } from './layerwise';
import { layerwiseWasm } from './layerwiseWasm';
import { tfjsLayers } from './tfjsLayers';

const contenders: Readonly<Record<string, (race: Race) => Promise<Contender> | Contender>> = {
  layerwise,
  tfjsLayers,
  layerwiseWasm,
};
const turnSchema = z.strictObject({ seconds: z.number().positive() });

// Standard output is for answers alone.
console.log = console.error;
console.info = console.error;

const [name = '', race = ''] = process.argv.slice(2);
const make = contenders[name];
if (make === undefined) throw new Error(`The contenders are: ${Object.keys(contenders).join(', ')}.`);
const settings = raceSchema.parse(JSON.parse(race));
const { version, parameters, multiplyAdds, step } = await make(settings);
answer({ version, parameters, multiplyAdds, threads: settings.threads });

for await (const line of createInterface({ input: process.stdin })) {
  const { seconds } = turnSchema.parse(JSON.parse(line));
  const start = performance.now();
  let images = 0;
  let loss = Number.NaN;
  let elapsed = 0;
  while (elapsed < seconds) {
    loss = await step();
    images += settings.batch;
    elapsed = (performance.now() - start) / 1000;
  }
  answer({ images, seconds: elapsed, loss });
}

function answer(message: Readonly<Record<string, string | number>>): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
