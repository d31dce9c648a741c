/** Steps with every activation (everyActivation.ts) and prints their names: what TensorFlow says goes to standard error. */
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('./everyActivation.ts', import.meta.url).pathname);
process.stdout.write(JSON.stringify(module.stepWithEveryActivation()));
