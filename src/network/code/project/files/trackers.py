"""Optional trackers, each imported only where it is asked for."""

from pathlib import Path


class Trackers:
    """`open_tensorboard` is given a folder, and gives what writes a number into it, and what closes it."""

    def __init__(self, options, name, open_tensorboard):
        self.writers = []
        self.closers = []
        if options.tensorboard:
            write, close = open_tensorboard(Path(options.out) / "tensorboard")
            self.writers.append(
                lambda step, values: [write(k, v, step) for k, v in values.items()]
            )
            self.closers.append(close)
        if options.wandb:
            import wandb

            run = wandb.init(project=options.wandb, name=name)
            self.writers.append(lambda step, values: run.log(values, step=step))
            self.closers.append(run.finish)
        if options.mlflow:
            import mlflow

            mlflow.set_experiment(options.mlflow)
            mlflow.start_run(run_name=name)
            self.writers.append(
                lambda step, values: mlflow.log_metrics(values, step=step)
            )
            self.closers.append(mlflow.end_run)

    def log(self, step, values):
        for write in self.writers:
            write(step, values)

    def close(self):
        for close in self.closers:
            close()
