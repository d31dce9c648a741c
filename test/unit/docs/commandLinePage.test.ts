import { expect, it } from 'vitest';
import { runCommand } from '../cli/runCommand';

it('docs/command-line.md lists the commands as they are', async () => {
  const { stdout } = await runCommand(['manual', '--markdown']);
  await expect(stdout).toMatchFileSnapshot('../../../docs/command-line.md');
});
