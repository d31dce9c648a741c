import type { NetworkDocument } from '../../network/graph/document';
import { parseProject } from '../../network/graph/projectFile';
import { t } from '../language/t';

interface Sample {
  /** Name of its file, without the extension. */
  readonly file: string;
  readonly name: string;
  /** What to do with it. */
  readonly line: string;
}

/** Projects that come with Layerwise, each with something to try. */
export function samples(): readonly Sample[] {
  return [
    { file: 'lenet-5', name: t`LeNet-5 reads digits`, line: t`Learns within seconds on any machine.` },
    {
      file: 'vanishing-gradient',
      name: t`A gradient that vanishes`,
      line: t`Train it, and read the diagnosis.`,
    },
    {
      file: 'residual-digits',
      name: t`Shortcuts that carry it`,
      line: t`The same depth; train it beside its plain twin.`,
    },
    {
      file: 'three-faults',
      name: t`A network to repair`,
      line: t`Three faults, one behind the other; each says what would mend it.`,
    },
  ];
}

const texts = import.meta.glob<string>('../../../resources/examples/*.layerwise', {
  query: '?raw',
  import: 'default',
});

/** The network of a sample, as it comes with Layerwise. */
export async function loadSample(file: string): Promise<NetworkDocument> {
  const text = await texts[`../../../resources/examples/${file}.layerwise`]?.();
  const result = text === undefined ? null : parseProject(text);
  if (result === null || 'problem' in result) throw new Error(`The sample ${file} is missing or damaged.`);
  return result.document;
}
