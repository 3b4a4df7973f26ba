"""Runs a notebook from top to bottom with parameters of yours and saves it with its outputs."""

import argparse
import ast
import difflib
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

EXAMPLES = """\
examples:
  execute.py tour.ipynb --lake ../target/lake --output tour-of-my-lake.ipynb
  execute.py physical-vs-virtual.ipynb --lake my-lake --set baseline=monday \\
    --set candidate=tuesday --output monday-tuesday.ipynb
  execute.py raw-logs-with-spark.ipynb --logs my-run --jar target/tierlens.jar --output logs.ipynb
"""


def parameters_cell(notebook):
    """Where the cell that is tagged `parameters` is, and the values that it sets by name."""
    for index, cell in enumerate(notebook.cells):
        if "parameters" in cell.metadata.get("tags", []):
            defaults = {}
            for statement in ast.parse(cell.source).body:
                if isinstance(statement, ast.Assign):
                    for target in statement.targets:
                        defaults[target.id] = ast.literal_eval(statement.value)
            return index, defaults
    sys.exit("no cell of the notebook is tagged parameters")


def with_parameters(notebook, given):
    """Puts a cell that sets what is given right behind the cell that is tagged `parameters`."""
    index, defaults = parameters_cell(notebook)
    lines = []
    for name, text in given.items():
        if name not in defaults:
            near = difflib.get_close_matches(name, defaults, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            sys.exit(f"the notebook has no parameter {name}, but: {', '.join(defaults)}.{hint}")
        try:
            value = text if isinstance(defaults[name], str) else ast.literal_eval(text)
        except (SyntaxError, ValueError):
            sys.exit(f"{name}={text}: not a value like {defaults[name]!r}, its default")
        lines.append(f"{name} = {value!r}")
    if lines:
        cell = nbformat.v4.new_code_cell("\n".join(lines), id="injected-parameters")
        notebook.cells.insert(index + 1, cell)
    return notebook


def location(text):
    """A path as seen from here, since the notebook runs in its own folder; a URL as it is."""
    return text if "://" in text else str(Path(text).resolve())


def setting(text):
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text}: not like name=value")
    return name.strip(), value


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("notebook", type=Path)
    parser.add_argument("--lake", type=location, help="folder that ingest wrote")
    parser.add_argument("--logs", type=location, help="folder of logs, for the notebook that reads them")
    parser.add_argument("--jar", type=location, help="tierlens.jar, likewise")
    parser.add_argument(
        "--set", type=setting, action="append", default=[], metavar="NAME=VALUE", dest="settings",
        help="any other parameter; may be given more than once",
    )
    parser.add_argument("--output", type=Path, required=True, help="where the run notebook goes")
    parser.add_argument("--timeout", type=int, default=300, help="seconds for each cell")
    options = parser.parse_args()

    given = dict(options.settings)
    for name in ("lake", "logs", "jar"):
        if value := getattr(options, name):
            given[name] = value
    notebook = with_parameters(nbformat.read(options.notebook, as_version=4), given)
    client = NotebookClient(
        notebook,
        timeout=options.timeout,
        resources={"metadata": {"path": str(options.notebook.parent)}},
    )
    try:
        client.execute()
    except CellExecutionError as failure:
        sys.exit(f"{options.notebook}: {failure}")
    finally:
        options.output.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, options.output)


if __name__ == "__main__":
    main()
