import { expect, it } from 'vitest';
import { diagnosisPage } from './diagnosisPage';

it('docs/diagnosis.md gives the rules as they are', async () => {
  await expect(diagnosisPage()).toMatchFileSnapshot('../../../docs/diagnosis.md');
});
