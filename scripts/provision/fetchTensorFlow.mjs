// @ts-check
// Run by an installed application, as a process of its own: fetches TensorFlow's libraries for this machine and lays
// them out with the addon in the folder that the first parameter names. The second is the addon that the package
// carries. Tells the application how far it is; ends with 1 where it failed.
import { chooseTensorFlow, machineFacts } from './computeDevice.mjs';
import { followProgress, say } from './progress.mjs';
import { installAddon } from './tensorflowAddon.mjs';
import { ensureTensorFlowLibrary } from './tensorflowLibrary.mjs';

/** @typedef {import('./progress.mjs').ProgressNews} ProgressNews */
/** @typedef {({type: 'progress'} & ProgressNews) | {type: 'done'} | {type: 'failed', message: string}} FetchNews */

/** @type {{postMessage(news: FetchNews): void} | undefined} Electron's way to the process that started this one */
const application = Reflect.get(process, 'parentPort');

/** @param {FetchNews} news */
function tell(news) {
  application?.postMessage(news);
}

/**
 * @param {string} place
 * @param {string} addon
 */
async function fetchTensorFlow(place, addon) {
  const { variant, reason } = chooseTensorFlow(machineFacts());
  say(`Fetching TensorFlow: ${reason}.`);
  if (variant !== 'cpu' && variant !== 'gpu')
    throw new Error(`There is no TensorFlow to fetch here: ${reason}.`);
  await installAddon(addon, await ensureTensorFlowLibrary(variant), place);
}

const [place, addon] = process.argv.slice(2);
if (place === undefined || addon === undefined) throw new Error('Usage: fetchTensorFlow.mjs PLACE ADDON');
followProgress((news) => tell({ type: 'progress', ...news }));
try {
  await fetchTensorFlow(place, addon);
  tell({ type: 'done' });
} catch (error) {
  tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
