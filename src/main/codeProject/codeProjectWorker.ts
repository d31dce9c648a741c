/** Entry of the thread that writes a project: drawing a large network's weights takes seconds. */
import { parentPort, workerData } from 'node:worker_threads';
import { AdviceError } from '../../engine/adviceError';
import { fileErrorReason } from '../fileProblems';
import type { CodeProjectOutcome } from './saveCodeProject';
import { type CodeProjectOrder, writeCodeProject } from './writeCodeProject';

const order: CodeProjectOrder = workerData;

async function carryOut(): Promise<CodeProjectOutcome> {
  try {
    await writeCodeProject(order);
    return { problem: null };
  } catch (error) {
    if (error instanceof AdviceError) return { problem: { message: error.message, advice: error.advice } };
    return {
      problem: {
        message: `${order.folder} could not be written: ${fileErrorReason(error, 'save')}.`,
        advice: 'Choose another folder, and save it again.',
      },
    };
  }
}

parentPort?.postMessage(await carryOut());
