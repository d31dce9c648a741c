/**
 * How long a template's training graph takes, in seconds as a line of JSON: to be compiled and loaded, and for its
 * first weights to be drawn and written. TensorFlow itself is loaded before.
 *
 *   node graphTime.js TEMPLATE
 */
import { performance } from 'node:perf_hooks';
import { trainedLayers } from '../../../src/engine/execution/trainedLayers';
import { drawInitialWeights } from '../../../src/engine/initialWeights';
import { openSession } from '../../../src/engine/tensorflow/graphSession';
import { loadTensorFlow } from '../../../src/engine/tensorflow/loadTensorFlow';
import { trainingGraph } from '../../../src/engine/tensorflow/training/trainingGraph';
import { writeGroup } from '../../../src/engine/tensorflow/variableValues';
import { analyse } from '../../../src/network/analysis/analyse';
import { findTemplate } from '../../../src/network/templates/templates';

const id = process.argv[2] ?? '';
const template = findTemplate(id);
if (template === undefined) throw new Error(`There is no template "${id}".`);
const document = template.create();
const analysis = analyse(document);
const { binding, groupsAndDilations } = loadTensorFlow();
const supported = groupsAndDilations();

const begun = performance.now();
const graph = trainingGraph(trainedLayers(document, analysis), document.training, supported);
const compiled = performance.now();
const session = openSession(binding, graph.nodes);
const loaded = performance.now();
writeGroup(session, graph.weights, drawInitialWeights(analysis, document.training.seed));
const filled = performance.now();
console.log(
  JSON.stringify({
    compile: (compiled - begun) / 1000,
    load: (loaded - compiled) / 1000,
    weights: (filled - loaded) / 1000,
  }),
);
// TensorFlow's threads need not be waited for.
process.exit();
