import { useEffect, useState } from 'react';
import { analyse } from '../../network/analysis/analyse';
import type { NetworkDocument } from '../../network/graph/document';
import type { ProjectPortrait } from '../../protocol/projectPortrait';
import { portraitOf } from '../project/portrait';
import { openDocument } from '../project/projectActions';
import { ProjectEntry } from './ProjectEntry';
import { loadSample, samples } from './samples';

interface LoadedSample {
  readonly document: NetworkDocument;
  readonly portrait: ProjectPortrait | null;
}

/** Projects to try things on; one opens as a copy that no file has yet. */
export function SampleList() {
  const [loaded, setLoaded] = useState<ReadonlyMap<string, LoadedSample>>(new Map());
  useEffect(() => {
    for (const { file } of samples())
      void loadSample(file).then((document) => {
        const sample = { document, portrait: portraitOf(document, analyse(document)) };
        setLoaded((before) => new Map(before).set(file, sample));
      });
  }, []);
  return (
    <ul>
      {samples().map(({ file, name, line }) => (
        <ProjectEntry
          key={file}
          portrait={loaded.get(file)?.portrait ?? null}
          name={name}
          detail={line}
          title={undefined}
          onOpen={() => {
            const sample = loaded.get(file);
            if (sample !== undefined) openDocument(sample.document);
          }}
        />
      ))}
    </ul>
  );
}
