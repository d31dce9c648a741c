import type { ResolvedWeight } from '../../analysis/analysis';
import { assertNever } from '../../assertNever';
import type { DrawnInitialiserType } from '../../layers/initialisers';
import { type CodeLine, layerLines, plainLines } from '../codeLines';
import { numberText } from '../pythonText';
import type { PytorchNode } from './pytorchNodes';

const truncation = `def truncated_normal_(weight, variance):
    """Normal, cut off at two deviations, with this variance left."""
    deviation = math.sqrt(variance) / 0.8796256610342398
    nn.init.trunc_normal_(weight, std=deviation, a=-2 * deviation, b=2 * deviation)`;

/** How each initialiser draws; the variances are those of analysis/initialisation. */
const functions: Readonly<Record<DrawnInitialiserType, { readonly name: string; readonly text: string }>> = {
  heNormal: normal('he_normal_', 'fan_in', '2 / fan_in', 'He et al. 2015, eq. 10.'),
  lecunNormal: normal('lecun_normal_', 'fan_in', '1 / fan_in', 'LeCun et al. 1998, section 4.6.'),
  glorotNormal: normal(
    'glorot_normal_',
    'fan_in, fan_out',
    '2 / (fan_in + fan_out)',
    'Glorot & Bengio 2010.',
  ),
  heUniform: uniform('he_uniform_', 'fan_in', '6 / fan_in', 'He et al. 2015, eq. 10.'),
  lecunUniform: uniform('lecun_uniform_', 'fan_in', '3 / fan_in', 'LeCun et al. 1998, section 4.6.'),
  glorotUniform: uniform(
    'glorot_uniform_',
    'fan_in, fan_out',
    '6 / (fan_in + fan_out)',
    'Glorot & Bengio 2010, eq. 16.',
  ),
};

function normal(name: string, fans: string, variance: string, source: string) {
  const text = `def ${name}(weight, ${fans}):
    """${source}"""
    truncated_normal_(weight, ${variance})`;
  return { name, text };
}

function uniform(name: string, fans: string, square: string, source: string) {
  const text = `def ${name}(weight, ${fans}):
    """${source}"""
    limit = math.sqrt(${square})
    nn.init.uniform_(weight, -limit, limit)`;
  return { name, text };
}

/** Functions that the script draws first weights with. */
export function initialiserTexts(nodes: readonly PytorchNode[]): readonly string[] {
  const types = new Set(nodes.flatMap(({ weights }) => weights.map(({ initialiser }) => initialiser.type)));
  const drawn = Object.entries(functions).filter(([type]) => [...types].some((used) => used === type));
  const texts = drawn.map(([, { text }]) => text);
  return texts.some((text) => text.includes('truncated_normal_')) ? [truncation, ...texts] : texts;
}

/** The method that draws the first weights; empty where PyTorch's own are right. */
export function firstWeightLines(nodes: readonly PytorchNode[]): readonly CodeLine[] {
  const lines = nodes.flatMap((node) =>
    node.weights.flatMap((weight) => {
      const statement = statementFor(node, weight);
      return statement === null ? [] : layerLines(node.node.id, [`        ${statement}`]);
    }),
  );
  const zeros = nodes.some((node) => node.weights.some((weight) => startsAtZero(node, weight)));
  if (lines.length === 0 && !zeros) return [];
  return [
    ...plainLines(`
    @torch.no_grad()
    def reset_parameters(self):
        """Draws the first weights as Layerwise does."""`),
    ...(zeros
      ? plainLines(`        for name, parameter in self.named_parameters():
            if name.endswith("bias"):
                parameter.zero_()`)
      : []),
    ...lines,
  ];
}

function startsAtZero({ layer }: PytorchNode, { name, initialiser }: ResolvedWeight): boolean {
  const own = layer.weights?.[name];
  return own?.start === undefined && initialiser.type === 'constant' && initialiser.value === 0;
}

function statementFor(node: PytorchNode, { name, initialiser, fans }: ResolvedWeight): string | null {
  const own = node.layer.weights?.[name];
  if (own === undefined || own.start !== undefined) return null;
  const place = `self.${node.name}.${own.parameter.replace(/^(\d+)\./, '[$1].')}`.replace('.[', '[');
  const { fanIn = 1, fanOut = 1 } = fans ?? {};
  switch (initialiser.type) {
    case 'constant': {
      if (initialiser.value === 0 && own.parameter.endsWith('bias')) return null;
      return `nn.init.constant_(${place}, ${numberText(initialiser.value)})`;
    }
    case 'values':
      return null;
    case 'heNormal':
    case 'heUniform':
    case 'lecunNormal':
    case 'lecunUniform':
      return `${functions[initialiser.type].name}(${place}, fan_in=${fanIn})`;
    case 'glorotNormal':
    case 'glorotUniform':
      return `${functions[initialiser.type].name}(${place}, fan_in=${fanIn}, fan_out=${fanOut})`;
    default:
      return assertNever(initialiser);
  }
}
