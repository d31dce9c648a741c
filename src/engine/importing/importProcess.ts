/**
 * Entry of the process that imports one model and ends: a model of a gigabyte, or a hostile one, keeps no window and no
 * training waiting, and Stop ends it at once. Its arguments are the model's path, its name for people, and the folder
 * that its weights are kept in. It tells its parent, Electron's main process or a plain Node process, what
 * importSignalSchema describes.
 */
import { constants, setPriority } from 'node:os';
import type { ImportSignal } from '../../protocol/importMessages';
import { keepImported } from './keepImported';

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const [, , path = '', fileName = '', weightsFolder = ''] = process.argv;
// A server that is killed is not to leave it behind.
process.on('disconnect', () => process.exit());

tell(
  await keepImported({ path, fileName, weightsFolder }, (activity) => tell({ type: 'progress', activity })),
);

/** Whoever started it ends it, once the last signal has come. */
function tell(signal: ImportSignal): void {
  if (process.send === undefined) process.parentPort.postMessage(signal);
  else process.send(signal);
}
