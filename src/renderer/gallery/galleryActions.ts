/** What the gallery's buttons do with the template that is chosen. */

import { analyse } from '../../network/analysis/analyse';
import type { NetworkDocument } from '../../network/graph/document';
import type { LayerConfig } from '../../network/layers/fields';
import type { Template } from '../../network/templates/template';
import { useEditor } from '../editor/editorStore';
import { insertNetwork } from '../editor/insertNetwork';
import { t } from '../language/t';
import { openDocument } from '../project/projectActions';
import { useProjectProblem } from '../project/projectProblem';
import { useOpenView } from '../views/openView';
import { computeFigures } from './figuresStore';
import { suits } from './fittingDataset';
import { everything, useGallery } from './galleryStore';
import { findOffered } from './offeredTemplates';
import { keepTemplate } from './ownTemplates';
import { settingsOf } from './templateSettings';

/** The settings of a template as they stand in the gallery. */
export function chosenSettings(template: Template): LayerConfig {
  return settingsOf(template, useGallery.getState().settings.get(template.id));
}

/** Goes to another depth of the same family; settings that were changed are taken along. */
export function switchTemplate(from: string, to: string): void {
  const { settings, setAll, choose } = useGallery.getState();
  const { n: _units, ...changed } = settings.get(from) ?? {};
  if (Object.keys(changed).length > 0) setAll(to, changed);
  choose(to);
}

/** Opens the template's network, to be trained on the data of the project in view where that suits it. */
export function openFromGallery(id: string): void {
  const template = findOffered(id);
  if (template === undefined) return;
  openDocument(withProjectData(template.create(chosenSettings(template))));
}

/** Trains on the project's data where that suits the network, and the data that the template names does not. */
function withProjectData(network: NetworkDocument): NetworkDocument {
  const { dataset } = useEditor.getState().history.document.training;
  const analysis = analyse(network);
  if (suits(network.training.dataset, network, analysis) || !suits(dataset, network, analysis))
    return network;
  return { ...network, training: { ...network.training, dataset } };
}

/** Adds the template's layers to the network on the canvas, as one edit. */
export function insertFromGallery(id: string): void {
  const template = findOffered(id);
  if (template === undefined) return;
  insertNetwork(template.create(chosenSettings(template)), template.name);
  useOpenView.getState().close();
}

/** Keeps the network on the canvas as a template, and shows it. */
export function keepCanvasAsTemplate(): void {
  const result = keepTemplate(useEditor.getState().history.document);
  if ('problem' in result) {
    useProjectProblem.getState().show({
      title: t`The template could not be kept`,
      message: t`There is no room for it: ${result.problem}`,
      advice: t`Delete templates that you no longer need, or save the network as a project file.`,
    });
    return;
  }
  computeFigures();
  useGallery.setState({ chosen: result.id, filter: everything, search: '' });
}
