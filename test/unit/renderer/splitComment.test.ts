import { expect, test } from 'vitest';
import { splitComment } from '../../../src/renderer/code/splitComment';

test.each([
  ['x = 1', 'x = 1', ''],
  ['x = 1  # 28×28×6', 'x = 1  ', '# 28×28×6'],
  ['x = "#"  # y', 'x = "#"  ', '# y'],
  [`x = '\\'#'`, `x = '\\'#'`, ''],
  ['# all of it', '', '# all of it'],
])('%s', (line, code, comment) => expect(splitComment(line)).toEqual([code, comment]));
