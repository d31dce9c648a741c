import { expect, test } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { codeText } from '../../../src/network/code/codeLines';
import { kerasModel } from '../../../src/network/code/keras/kerasModel';
import { pytorchModel } from '../../../src/network/code/pytorch/pytorchModel';
import { applyEdit } from '../../../src/network/graph/edits';
import { setFrozen } from '../../../src/network/graph/fineTuningEdits';
import { lenet5 } from '../../../src/network/templates/lenet5';

const plain = lenet5.create();
const frozen = applyEdit(plain, setFrozen(plain, ['conv1', 'relu1', 'fc1'], true)).document;

test('the PyTorch module says which layers are frozen, and only then', () => {
  const text = codeText(pytorchModel(frozen, analyse(frozen)));
  expect(text).toContain(`    def train(self, mode=True):
        """Frozen layers have no gradient, and keep their moving statistics."""
        super().train(mode)
        self.conv1.requires_grad_(False).eval()
        self.fc1.requires_grad_(False).eval()
        return self
`);
  expect(text).toContain('    return LeNet5().train()\n');
  expect(codeText(pytorchModel(plain, analyse(plain)))).not.toContain('requires_grad');
});

test('the Keras model says which layers are frozen, and only then', () => {
  const text = codeText(kerasModel(frozen, analyse(frozen)));
  expect(text.match(/trainable=False/g)).toHaveLength(2);
  expect(text).toMatch(/trainable=False,\s+name="conv1"/);
  expect(codeText(kerasModel(plain, analyse(plain)))).not.toContain('trainable');
});
