import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { findTemplate } from '../../../src/network/templates/templates';
import { documentListing, type KerasLayer, kerasListing } from './kerasListing';

/** Made by the script of the same name. */
const recorded: Readonly<Record<'vgg-16' | 'resnet-50' | 'inception-v3', readonly KerasLayer[]>> = JSON.parse(
  readFileSync(new URL('./reference/keras_applications.json', import.meta.url), 'utf8'),
);

const listing = (id: string, settings: LayerConfig): readonly string[] | undefined => {
  const document = findTemplate(id)?.create(settings);
  return document && documentListing(document);
};

describe('the layers of Keras Applications', () => {
  it.each([
    ['vgg-16', { dropout: 0 }],
    ['resnet-50', { version: '1' }],
    ['inception-v3', { variant: 'keras' }],
  ] as const)('are those of %s', (id, settings) => {
    expect(listing(id, settings)).toEqual(kerasListing(recorded[id]));
  });

  it('are not those of other versions', () => {
    expect(listing('resnet-50', { version: '1.5' })).not.toEqual(kerasListing(recorded['resnet-50']));
    expect(listing('inception-v3', { variant: 'torchvision' })).not.toEqual(
      kerasListing(recorded['inception-v3']),
    );
  });
});
