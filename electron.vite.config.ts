import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { firstPaintChunk } from './scripts/build/firstPaintChunk.mjs';

/** One build for Electron 33 (Chromium 130, Node 20) and everything newer. */
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      // Both are some hundred files, which the window would wait for: in one file with the code, a start takes less.
      externalizeDeps: { exclude: ['zod', 'ws'] },
      rollupOptions: {
        input: {
          main: 'src/main/main.ts',
          engine: 'src/engine/engineProcess.ts',
          engineChild: 'src/engine/engineChildProcess.ts',
          batchWorker: 'src/engine/data/batchWorker.ts',
          codeProjectWorker: 'src/main/codeProject/codeProjectWorker.ts',
          modelImport: 'src/engine/importing/importProcess.ts',
          hdf5Worker: 'src/engine/keras/hdf5Worker.ts',
          cli: 'src/cli/cli.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      // A sandboxed preload script is a single CommonJS file.
      rollupOptions: {
        input: { preload: 'src/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: 'chrome130',
      // The content security policy allows the page's own files, and data: for images only.
      assetsInlineLimit: 0,
      minify: true,
      rollupOptions: {
        input: 'src/renderer/index.html',
        // What the first paint needs comes in one file: each file is a round trip through main.
        output: { codeSplitting: { groups: [{ name: firstPaintChunk }] } },
      },
    },
  },
});
