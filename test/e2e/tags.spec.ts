import { card, cards, describeCards, describeDrawnCards, toggleTags } from './networkCanvas';
import { expect, test } from './reusedWindow';

test('a template opens with its activations as tags on cards, which are layers, and may have cards of their own', async ({
  page,
}) => {
  const start = await describeDrawnCards(page);
  const parameters = page.getByRole('contentinfo');
  await expect(card(page, 'relu1')).toHaveCount(0);
  await expect(card(page, 'conv1')).toHaveAccessibleName(/^conv1, Conv 5×5 6, 28×28×6, then ReLU/);
  await expect(card(page, 'conv1')).toContainText('ReLU');
  await expect(parameters).toContainText('61,706');

  await test.step('the inspector leads to the layer that is a tag', async () => {
    await card(page, 'conv1').click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('button', { name: 'To relu1', exact: true }).click();
    await expect(inspector.getByRole('heading', { name: 'ReLU' })).toBeVisible();
    await expect(card(page, 'conv1')).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('a batch norm that is dropped on the card joins its tags', async () => {
    await page.getByText('Batch norm', { exact: true }).dragTo(card(page, 'conv2'));
    await expect(card(page, 'conv2')).toHaveAccessibleName(/then Batch norm ReLU/);
    await page.keyboard.press('Control+z');
    await expect(card(page, 'conv2')).toHaveAccessibleName(/then ReLU/);
  });

  await test.step('what is deleted goes with its tags, in one step to undo', async () => {
    await card(page, 'conv2').click();
    await page.keyboard.press('Delete');
    await expect(cards(page)).toHaveCount(start.length - 1);
    await expect(card(page, 'conv1')).toHaveAccessibleName(/then ReLU(,|$)/);
    await page.keyboard.press('Control+z');
    await expect(card(page, 'conv2')).toHaveAccessibleName(/then ReLU/);
  });

  await test.step('each gets a card, and is a tag again', async () => {
    await toggleTags(page);
    await expect(cards(page)).toHaveCount(start.length + 4);
    await expect(card(page, 'conv1')).toHaveAccessibleName('conv1, Conv 5×5 6, 28×28×6');
    await expect(card(page, 'relu1')).toHaveAccessibleName('relu1, ReLU, 28×28×6');
    await toggleTags(page);
    await expect.poll(() => describeCards(page)).toEqual(start);
  });
});
