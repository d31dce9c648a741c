export { correlate } from './correlate';
export { padImage } from './images';
export { addKernelGradient } from './kernelGradient';
