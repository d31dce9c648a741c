import { expect, test } from 'vitest';
import { runCommand } from './runCommand';

test.each(['resume', 'replay'])(
  '%s of a name too long for any file says that nothing is there',
  async (word) => {
    const { code, stderr } = await runCommand([word, 'x'.repeat(5000)]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^The run folder .* is missing\.\nChoose the folder/);
  },
);
