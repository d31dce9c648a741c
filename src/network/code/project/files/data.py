"""The batches of each step, as Layerwise makes them from the same seed."""

import numpy as np

from datasets import read_dataset
from random_streams import RandomStream, shuffled


class Data:
    """Training and validation images, scaled as the project says."""

    def __init__(self, training, place=None):
        self.settings = training
        (pixels, labels), (test_pixels, test_labels) = read_dataset(
            training["dataset"], place
        )
        scale = 255 if pixels.dtype == np.uint8 else 1
        self._standardise(pixels, scale, training)
        held = round(len(pixels) * training["validationSplit"])
        seed = training["seed"]
        if held > 0:
            drawn = shuffled(range(len(pixels)), seed, "validation")
            self.numbers, validation = sorted(drawn[held:]), sorted(drawn[:held])
            test_pixels, test_labels = pixels[validation], labels[validation]
        else:
            self.numbers = list(range(len(pixels)))
        self.pixels, self.labels, self.scale = pixels, labels, scale
        self.test_pixels, self.test_labels = test_pixels, test_labels
        self.epoch, self.order = -1, self.numbers

    def _standardise(self, pixels, scale, training):
        """Mean and deviation of the training images; MNIST's are those that everybody takes."""
        if training["normalisation"] == "none":
            self.mean, self.deviation = np.float32(0), np.float32(1)
            return
        if (
            training["dataset"]["type"] == "mnist"
            and training["normalisation"] == "channel"
        ):
            self.mean, self.deviation = np.float32(0.1307), np.float32(0.3081)
            return
        axes = 0 if training["normalisation"] == "pixel" else (0, 1, 2)
        mean = pixels.mean(axis=axes, dtype=np.float64) / scale
        square = np.zeros(pixels.shape[-1])
        for start in range(0, len(pixels), 1000):
            square += ((pixels[start : start + 1000] / scale - mean) ** 2).sum(
                axis=(0, 1, 2)
            )
        deviation = np.sqrt(square / (pixels.size / pixels.shape[-1]))
        self.mean = mean.astype(np.float32)
        self.deviation = np.where(deviation > 0, deviation, 1).astype(np.float32)

    @property
    def steps_per_epoch(self):
        return -(-len(self.numbers) // self.settings["batchSize"])

    def batch(self, step, rank=0, world=1):
        """A process's share of a step's batch (from 0): images N×H×W×C, labels, and the size of the whole."""
        epoch, place = divmod(step, self.steps_per_epoch)
        if epoch != self.epoch:
            self.epoch, self.order = epoch, self.numbers
            if self.settings["shuffle"]:
                self.order = shuffled(
                    self.numbers, self.settings["seed"], f"shuffle/{epoch}"
                )
        size = self.settings["batchSize"]
        numbers = np.array(self.order[place * size : (place + 1) * size])
        images = self._augmented(self._seen(self.pixels[numbers]), step)
        own = slice(rank, None, world)
        return images[own], self.labels[numbers][own].astype(np.int64), len(numbers)

    def validation(self, size=500):
        for start in range(0, len(self.test_pixels), size):
            images = self._seen(self.test_pixels[start : start + size])
            labels = self.test_labels[start : start + size].astype(np.int64)
            yield images, labels

    def _seen(self, pixels):
        return ((pixels / np.float32(self.scale) - self.mean) / self.deviation).astype(
            np.float32
        )

    def _augmented(self, images, step):
        """Shifts, mirrors, covers and mixes; what comes from outside is the mean, 0."""
        settings, seed = self.settings["augmentation"], self.settings["seed"]
        crop, cutout, mixup = (
            settings["padAndCrop"],
            settings["cutout"],
            settings["mixup"],
        )
        streams = (
            RandomStream(seed, f"augmentation/{kind}/{step}")
            for kind in ("crop", "flip", "cutout")
        )
        crops, flips, holes = streams
        height, width = images.shape[1:3]
        padded = np.pad(images, ((0, 0), (crop, crop), (crop, crop), (0, 0)))
        for place in range(len(images) if crop or settings["flip"] or cutout else 0):
            top = crops.integer_below(2 * crop + 1) if crop else 0
            left = crops.integer_below(2 * crop + 1) if crop else 0
            view = padded[place, top : top + height, left : left + width]
            if settings["flip"] and flips.uniform() < 0.5:
                view = view[:, ::-1]
            view = view.copy()
            if cutout:
                row = holes.integer_below(height) - cutout // 2
                column = holes.integer_below(width) - cutout // 2
                view[
                    max(row, 0) : max(row + cutout, 0),
                    max(column, 0) : max(column + cutout, 0),
                ] = 0
            images[place] = view
        if mixup:
            mixes = RandomStream(seed, f"augmentation/mixup/{step}")
            before = images.copy()
            for place in range(len(images)):
                partner = mixes.integer_below(len(images))
                share = np.float32(mixes.beta(mixup + 1, mixup))
                images[place] = share * before[place] + (1 - share) * before[partner]
        return images
