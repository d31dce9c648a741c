"""Runs the Python that the README of an exported folder shows."""

import os
import re
import sys


def run_readme(folder):
    text = (folder / "README.md").read_text(encoding="utf8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    if not blocks:
        raise ValueError(f"{folder}/README.md shows no Python.")
    before = os.getcwd()
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    try:
        for block in blocks:
            exec(compile(block, "README.md", "exec"), {})
    finally:
        sys.path.remove(str(folder))
        sys.modules.pop("model", None)
        os.chdir(before)
