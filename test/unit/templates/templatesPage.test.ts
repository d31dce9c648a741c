import { expect, it } from 'vitest';
import { templatesPage } from './templatesPage';

it('docs/templates.md lists the templates as they are', async () => {
  await expect(templatesPage()).toMatchFileSnapshot('../../../docs/templates.md');
});
