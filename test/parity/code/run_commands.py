"""Runs commands of exported projects one after the other, in one process.

Takes a list of {"folder", "words"} as JSON; the words are those behind `python`.
"""

import json
import os
import runpy
import sys

for command in json.loads(sys.argv[1]):
    os.chdir(command["folder"])
    sys.path[0] = command["folder"]
    program, *parameters = command["words"]
    sys.argv = [program, *parameters]
    before = set(sys.modules)
    runpy.run_path(program, run_name="__main__")
    # The next project has modules of the same names.
    for name in set(sys.modules) - before:
        place = getattr(sys.modules[name], "__file__", None) or ""
        if os.path.dirname(place) == command["folder"]:
            del sys.modules[name]
    if "keras" in sys.modules:
        sys.modules["keras"].backend.clear_session()
