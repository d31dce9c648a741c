import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="Layerwise")
class SquaredErrorOfClasses(keras.losses.Loss):
    """Mean squared difference from 1 for the right class and 0 for the others."""

    def __init__(self, classes, name="squared_error_of_classes", **kwargs):
        super().__init__(name=name, **kwargs)
        self.classes = classes

    def call(self, y_true, y_pred):
        labels = ops.reshape(ops.cast(y_true, "int32"), (-1,))
        wanted = ops.one_hot(labels, self.classes, dtype=y_pred.dtype)
        return ops.mean(ops.square(y_pred - wanted), axis=-1)

    def get_config(self):
        return {**super().get_config(), "classes": self.classes}
