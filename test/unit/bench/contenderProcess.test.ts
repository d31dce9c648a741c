import { describe, expect, it } from 'vitest';
import { ContenderProcess } from '../../../scripts/bench/contenderProcess.mjs';

/** A contender whose program is given as JavaScript. */
function start(program: string, path = process.execPath): ContenderProcess {
  return new ContenderProcess('The contender', path, ['-e', program], { cwd: '.', env: process.env });
}

const introduces = `console.log('{"parameters":3,"threads":2,"version":"1"}');`;
const turns = (answer: string) => `${introduces} process.stdin.on('data', (line) => {
  const { seconds } = JSON.parse(line);
  console.log(${answer});
});`;

describe('a contender in a process of its own', () => {
  it('introduces itself and takes turns of the length that it is told', async () => {
    const contender = start(turns('JSON.stringify({ images: 64 * seconds, seconds, loss: 1 })'));
    try {
      expect(await contender.introduction()).toEqual({ parameters: 3, threads: 2, version: '1' });
      expect(await contender.turn(2)).toEqual({ images: 128, seconds: 2, loss: 1 });
      expect(await contender.turn(0.5)).toEqual({ images: 32, seconds: 0.5, loss: 1 });
    } finally {
      await contender.end();
    }
  });

  it('is out where its loss is not finite', async () => {
    const contender = start(turns('JSON.stringify({ images: 64, seconds, loss: NaN })'));
    try {
      await contender.introduction();
      await expect(contender.turn(1)).rejects.toThrow('The loss of The contender is no longer finite.');
    } finally {
      await contender.end();
    }
  });

  it.each([
    ['that throws', "throw new Error('no such library')", undefined, 'no such library'],
    ['that ends by a signal', "process.kill(process.pid, 'SIGTERM')", undefined, 'ended before its time'],
    ['that is not there', '', '/nowhere/python', 'ENOENT'],
  ])('says why it ended before its time: one %s', async (_what, program, path, message) => {
    const contender = start(program, path);
    await expect(contender.introduction()).rejects.toThrow(message);
    await contender.end();
  });
});
