import { cliTarget } from '../targets/cli';
import { datasetTarget } from '../targets/dataset';
import { projectTarget } from '../targets/project';
import type { FuzzTarget } from './fuzzTarget';

/** In the order in which a campaign runs them. */
export const fuzzTargets: readonly FuzzTarget[] = [projectTarget, datasetTarget, cliTarget];
