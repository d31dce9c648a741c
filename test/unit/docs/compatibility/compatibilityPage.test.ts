import { expect, it } from 'vitest';
import { compatibilityPage } from './compatibilityPage';
import { exportColumns } from './exportColumns';
import { returnColumns } from './returnColumns';

it('docs/compatibility.md says of each kind of layer how other programs have it', async () => {
  const page = await compatibilityPage([...exportColumns, ...(await returnColumns())]);
  await expect(page).toMatchFileSnapshot('../../../../docs/compatibility.md');
}, 120_000);
