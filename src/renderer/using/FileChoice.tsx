import { ImageUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Toggle } from '../controls/Toggle';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { askFile } from './askFile';
import { usePrediction } from './predictionStore';
import styles from './TryTab.module.css';
import type { OpenedNetwork } from './usingStore';

/** An image file of the person's own. */
export function FileChoice({ opened: { imageShape, dataset } }: { opened: OpenedNetwork }) {
  const input = useRef<HTMLInputElement>(null);
  const { image, ask } = usePrediction();
  const [height, width, channels] = imageShape;
  const file = image?.type === 'file' ? image : null;
  const [invert, setInvert] = useState(file?.invert ?? false);
  return (
    <div className={styles['choice']}>
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label={t`Image file`}
        className={styles['hidden']}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen !== undefined) void askFile(chosen, invert);
          currentTarget.value = '';
        }}
      />
      <div className={styles['dropZone']}>
        <ImageUp size={22} strokeWidth={1.5} aria-hidden="true" />
        <p>{file === null ? t`Drop an image file here` : file.name}</p>
        <FramedButton onClick={() => input.current?.click()}>{t`Choose a file…`}</FramedButton>
      </div>
      <div className={styles['option']}>
        <span>{t`Take light for dark`}</span>
        <Toggle
          label={t`Take light for dark`}
          checked={invert}
          onChange={(chosen) => {
            setInvert(chosen);
            if (file !== null) ask({ ...file, invert: chosen });
          }}
        />
      </div>
      <p className={styles['note']}>
        {channels === 3
          ? t`Decoded as the images of a folder are: to ${height ?? ''}×${width ?? ''}, in colour.`
          : t`Decoded as the images of a folder are: to ${height ?? ''}×${width ?? ''}, grey.`}
        {dataset.type === 'mnist' &&
          ` ${t`MNIST’s digits are light on dark: a scan of ink on paper is the other way round.`}`}
      </p>
    </div>
  );
}
