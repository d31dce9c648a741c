/** Prints the losses of lossSeries.ts in the named executor as JSON: a process of its own, with libraries of its own. */
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('./lossSeries.ts', import.meta.url).pathname);
process.stdout.write(JSON.stringify(module.lossSeriesOf(process.argv[2])));
