#!/usr/bin/env node
// @ts-check
// `npm run bench:charts`: how the curves move and the window answers while a network trains.
process.env['LAYERWISE_BENCH'] = 'charts';
process.argv.splice(2, 0, 'chartSpeed.spec.ts');
await import('./e2e.mjs');
