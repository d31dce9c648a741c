"""What train.py takes on the command line, in every framework."""

import argparse
from pathlib import Path

HERE = Path(__file__).parent


def make_parser(text):
    parser = argparse.ArgumentParser(
        description=text, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--out", default="run", help="folder of the run, which Layerwise opens")
    add("--data", help="file or folder of the dataset")
    add("--epochs", type=int, help="in place of the project's")
    add("--steps", type=int, help="end after so many steps")
    add(
        "--weights",
        default=HERE / "weights.safetensors",
        help="first weights, where the file exists",
    )
    add("--resume", action="store_true", help="go on from the run's last checkpoint")
    add("--checkpoint-every", type=int, default=500, metavar="STEPS")
    add("--tensorboard", action="store_true", help="also write TensorBoard events")
    add("--wandb", metavar="PROJECT", help="also log to Weights & Biases")
    add("--mlflow", metavar="EXPERIMENT", help="also log to MLflow")
    return parser
