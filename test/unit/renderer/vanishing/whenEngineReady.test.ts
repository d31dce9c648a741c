import { expect, it } from 'vitest';
import { useEngine } from '../../../../src/renderer/engine/engineStore';
import { whenEngineReady } from '../../../../src/renderer/engine/whenEngineReady';

it('waits while an engine starts, and tells of one that can’t train', async () => {
  const { show } = useEngine.getState();
  show({ state: 'starting', since: 0 });
  const answers: boolean[] = [];
  const asked = whenEngineReady().then((ready) => answers.push(ready));
  await Promise.resolve();
  expect(answers).toEqual([]);
  show({ state: 'unavailable', message: '', advice: '', details: '' });
  await asked;
  expect(answers).toEqual([false]);
});
