"""Tells how training goes: in the run folder, to trackers, and on the screen."""

import time


class Progress:
    def __init__(self, run, trackers, steps_per_epoch, last):
        self.run, self.trackers = run, trackers
        self.steps_per_epoch, self.last = steps_per_epoch, last
        self._begin_epoch()

    def count(self, loss, accuracy, size):
        """A step's means over its batch; an epoch's are over all its images."""
        self.loss_sum += loss * size
        self.right_sum += accuracy * size
        self.images_seen += size

    def sampled(self, step, loss, accuracy, rate, measured):
        self.run.sample(step, loss, accuracy, rate, measured)
        values = {"loss": loss, "accuracy": accuracy, "learning_rate": rate}
        self.trackers.log(step, values)
        print(
            f"step {step:>6} of {self.last}  loss {loss:.4f}  accuracy {accuracy:.1%}",
            flush=True,
        )

    def epoch_ended(self, step, validate):
        """`validate` gives loss and accuracy over the validation images; so does this."""
        seconds = max(time.monotonic() - self.begun, 1e-9)
        loss, accuracy = validate()
        self.run.epoch(
            step,
            epoch=step // self.steps_per_epoch,
            loss=self.loss_sum / self.images_seen,
            accuracy=self.right_sum / self.images_seen,
            validationLoss=loss,
            validationAccuracy=accuracy,
            imagesPerSecond=self.images_seen / seconds,
        )
        values = {"validation_loss": loss, "validation_accuracy": accuracy}
        self.trackers.log(step, values)
        print(
            f"epoch {step // self.steps_per_epoch}  validation accuracy {accuracy:.2%}",
            flush=True,
        )
        self._begin_epoch()
        return loss, accuracy

    def _begin_epoch(self):
        self.loss_sum = self.right_sum = self.images_seen = 0
        self.begun = time.monotonic()
