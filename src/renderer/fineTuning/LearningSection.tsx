import type { LayerNode } from '../../network/graph/document';
import { setFrozen, setLearningRateFactor } from '../../network/graph/fineTuningEdits';
import { learningRateFactor, learningRateFactorLimits } from '../../network/graph/layerLearning';
import { withWeights } from '../../network/graph/layersBefore';
import type { BooleanField, NumberField } from '../../network/layers/fields';
import { useAnalysis, useDocument, useEditor } from '../editor/editorStore';
import { FactList } from '../inspector/FactList';
import { BooleanControl } from '../inspector/fields/BooleanControl';
import { NumberControl } from '../inspector/fields/NumberControl';
import { Section } from '../inspector/Section';
import { t } from '../language/t';

/** How layers learn: whether at all, and at which share of the learning rate. Nothing where none of them has weights. */
export function LearningSection({ layers }: { layers: readonly LayerNode[] }) {
  const document = useDocument();
  const analysis = useAnalysis();
  const locked = useEditor((state) => state.structureLocked);
  const chosen = new Set(
    withWeights(
      document,
      analysis,
      layers.map(({ id }) => id),
    ),
  );
  const learning = layers.filter(({ id }) => chosen.has(id));
  const [first] = learning;
  if (first === undefined) return null;
  const frozen = common(learning.map((layer) => layer.frozen === true));
  const factor = common(learning.map(learningRateFactor));
  if (locked)
    return (
      <Section title={t`Learning`}>
        <FactList
          facts={[
            [t`Frozen`, frozen === null ? t`differ` : frozen ? t`On` : t`Off`],
            [t`Rate factor`, factor === null ? t`differ` : String(factor)],
          ]}
        />
      </Section>
    );
  const ids = [...chosen];
  const { apply, endMerge } = useEditor.getState();
  return (
    <Section title={t`Learning`}>
      <BooleanControl
        id="learning-frozen"
        name="frozen"
        field={frozenField()}
        value={frozen}
        note={frozen === null ? t`Some are frozen, some are not.` : null}
        onChange={(value) => apply(setFrozen(document, ids, value))}
        onLeave={endMerge}
      />
      {frozen !== true && (
        <NumberControl
          id="learning-factor"
          name="learningRateFactor"
          field={factorField()}
          value={factor}
          note={factor === null ? t`They differ.` : null}
          onChange={(value) =>
            apply(setLearningRateFactor(document, ids, value), `${ids.join(' ')}/learningRateFactor`)
          }
          onLeave={endMerge}
        />
      )}
    </Section>
  );
}

/** The value that all have; null where they differ. */
function common<Value>(values: readonly Value[]): Value | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}

function frozenField(): BooleanField {
  return {
    type: 'boolean',
    label: t`Frozen`,
    help: t`Training leaves the weights as they are. A frozen batch norm uses and keeps its moving statistics.`,
    default: false,
  };
}

function factorField(): NumberField {
  return {
    type: 'number',
    label: t`Rate factor`,
    help: t`What the learning rate is multiplied by for this layer’s weights. Layers that are to change little get less than 1.`,
    default: 1,
    step: 0.1,
    ...learningRateFactorLimits,
  };
}
