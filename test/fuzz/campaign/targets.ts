import { caffeTarget } from '../targets/caffe';
import { cliTarget } from '../targets/cli';
import { datasetTarget } from '../targets/dataset';
import { kerasTarget } from '../targets/keras';
import { onnxTarget } from '../targets/onnx';
import { projectTarget } from '../targets/project';
import { protocolTarget } from '../targets/protocol';
import { runTarget } from '../targets/run';
import type { FuzzTarget } from './fuzzTarget';

/** In the order in which a campaign runs them. */
export const fuzzTargets: readonly FuzzTarget[] = [
  projectTarget,
  runTarget,
  datasetTarget,
  onnxTarget,
  kerasTarget,
  caffeTarget,
  cliTarget,
  protocolTarget,
];
