import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { watchVanishing } from './watchVanishing';

/** Where nothing was measured yet: trains the example, which fills what is empty within seconds. */
export function ExampleButton() {
  return (
    <FramedButton
      title={t`Trains twenty plain layers on handwritten digits`}
      onClick={() => void watchVanishing()}
    >
      {t`Show me an example`}
    </FramedButton>
  );
}
