#!/usr/bin/env node
// @ts-check
// `npm run bench:editing`: time from input to paint while networks of 1,000 layers are edited.
process.env['LAYERWISE_BENCH'] = 'editing';
process.argv.splice(2, 0, 'editingSpeed.spec.ts');
await import('./e2e.mjs');
