import { assertNever } from '../../../network/assertNever';

/**
 * What a file of PyTorch's holds: a program of torch.export's, one of TorchScript's, or objects of Python's, which are a
 * whole model or weights alone.
 */
export type PytorchContent = 'program' | 'script' | 'objects';

/** Lines of Python that write such a file as ONNX, with what is to be changed said in comments. */
export function pytorchRecipe(content: PytorchContent, path: string): readonly string[] {
  const onnx = JSON.stringify(path.replace(/\.(pt2?|pth)$/i, '.onnx'));
  return [
    '# pip install torch onnx onnxscript',
    'import torch',
    '',
    ...body(content, JSON.stringify(path), onnx),
    `# layerwise import ${onnx} --out NAME.layerwise`,
  ];
}

const images = 'images = torch.zeros(1, 3, 224, 224)  # the shape of what the model takes';

function body(content: PytorchContent, file: string, onnx: string): readonly string[] {
  switch (content) {
    case 'program':
      return [
        `program = torch.export.load(${file})`,
        `torch.onnx.export(program, (), ${onnx}, external_data=False)`,
      ];
    case 'script':
      return [
        `model = torch.jit.load(${file}, map_location="cpu").eval()`,
        images,
        `torch.onnx.export(model, (images,), ${onnx}, dynamo=False)`,
      ];
    case 'objects':
      return [
        '# Loading runs what is in the file: do so only with files that you trust.',
        `content = torch.load(${file}, map_location="cpu", weights_only=False)`,
        'if isinstance(content, torch.nn.Module):',
        '    model = content',
        'else:',
        '    from my_model import MyModel  # the class that the weights are of',
        '',
        '    model = MyModel()',
        '    model.load_state_dict(content.get("state_dict", content))',
        images,
        `torch.onnx.export(model.eval(), (images,), ${onnx}, external_data=False)`,
      ];
    default:
      return assertNever(content);
  }
}
