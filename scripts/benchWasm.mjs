#!/usr/bin/env node
// @ts-check
/**
 * Training speed without native TensorFlow: a step and its forward pass on WebAssembly, in processor time.
 *
 *   npm run bench:wasm [-- --check] [--json] [--operations] [--only resnet] [--seconds 8]
 *
 * --check fails where a step takes more than 4 forward passes; --operations tells where the time of a step goes.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { checkout } from './checkout.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  const folder = join(checkout, 'node_modules', '.layerwise-bench-wasm');
  await build({
    root: checkout,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'test/bench/wasm/wasmBench.ts',
      outDir: folder,
      target: 'node22',
      // One module a file: the profiler tells functions by their files.
      rollupOptions: {
        output: {
          format: 'es',
          preserveModules: true,
          preserveModulesRoot: '.',
          entryFileNames: '[name].js',
        },
      },
    },
  });
  await import(pathToFileURL(join(folder, 'test/bench/wasm/wasmBench.js')).href);
});
