/** Prints the losses of lossSeries.ts as JSON: a process of its own, with a TensorFlow of its own. */
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('./lossSeries.ts', import.meta.url).pathname);
process.stdout.write(JSON.stringify(module.lossSeries()));
