import { assertNever } from '../../assertNever';
import { datasetFacts } from '../../datasets/datasetFacts';
import type { DatasetReference } from '../../datasets/datasetReference';

/** What `--data` of an exported project is to name, to go on after "DATA: ". */
export function datasetPlace(dataset: DatasetReference): string {
  switch (dataset.type) {
    case 'mnist':
    case 'fashion-mnist':
      return `a folder with the four IDX files of ${datasetFacts(dataset).label}.`;
    case 'cifar-10':
    case 'cifar-100':
      return `the binary version of ${datasetFacts(dataset).label}: its .tar.gz, or a folder with the .bin files.`;
    case 'folder':
      return 'a folder with a folder of images for each class, or with such folders in train/ and test/.';
    case 'arrays':
      return 'a .npz archive of x_train, y_train, x_test and y_test.';
    case 'synthetic':
      return 'not needed. Images are drawn of the same kind as in Layerwise, but not the same ones.';
    default:
      return assertNever(dataset);
  }
}
