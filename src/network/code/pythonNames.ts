import type { LayerNode } from '../graph/document';

/** Python's keywords, what a module has by itself, and what the script uses: no layer may be called so. */
const taken = new Set([
  ...['and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else'],
  ...['except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not'],
  ...['or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield', 'match', 'case', 'type', 'none'],
  ...[
    'self',
    'x',
    'torch',
    'nn',
    'f',
    'math',
    'train',
    'eval',
    'forward',
    'training',
    'parameters',
    'modules',
  ],
  ...[
    'children',
    'buffers',
    'apply',
    'half',
    'float',
    'double',
    'bfloat16',
    'to',
    'cpu',
    'cuda',
    'xpu',
    'ipu',
  ],
  ...[
    'mtia',
    'compile',
    'state_dict',
    'zero_grad',
    'add_module',
    'extra_repr',
    'share_memory',
    'dump_patches',
  ],
  ...['register_buffer', 'requires_grad_', 'named_modules', 'get_parameter', 'reset_parameters', 'name'],
  ...[
    'true',
    'false',
    'parameter',
    'load_file',
    'sum',
    'len',
    'range',
    'zip',
    'call_super_init',
    'set_submodule',
    'keras',
    'layers',
    'ops',
    'initializers',
    'inputs',
    'seed',
    'model',
  ],
]);

/** A name in Python for each layer, after its label: lower case, unique, by node id. */
export function pythonNames(nodes: readonly LayerNode[]): ReadonlyMap<string, string> {
  const used = new Set<string>();
  const names = new Map<string, string>();
  for (const { id, kind, label } of nodes) {
    const plain = pythonName(label) || pythonName(kind) || 'layer';
    let name = taken.has(plain) ? `${plain}_layer` : plain;
    for (let number = 2; used.has(name); number++) name = `${plain}_${number}`;
    used.add(name);
    names.set(id, name);
  }
  return names;
}

/** `conv1_2` of "Conv1 2"; empty where nothing is left. */
function pythonName(label: string): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return /^[0-9]/.test(plain) ? `layer_${plain}` : plain;
}

/** `LeNet5` of "LeNet-5"; `Network` where nothing is left. */
export function pythonClassName(name: string, avoided: ReadonlySet<string>): string {
  const words = name.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  const plain = joined === '' ? 'Network' : /^[0-9]/.test(joined) ? `Network${joined}` : joined;
  return avoided.has(plain) ? `${plain}Network` : plain;
}
