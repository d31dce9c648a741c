export { normalise, normaliseGradient } from './batchNorm';
export { sumChannels, sumProducts } from './channels';
export { correlate } from './correlate';
export { addToChannels, reluGradient } from './elements';
export { padImage } from './images';
export { addKernelGradient } from './kernelGradient';
export { maxPool } from './maxPool';
