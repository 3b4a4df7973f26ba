"""Runs a notebook from top to bottom over a given lake and saves it with its outputs."""

import argparse
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def with_lake(notebook, lake):
    """Puts a cell that sets `lake` right behind the cell that is tagged `parameters`."""
    for index, cell in enumerate(notebook.cells):
        if "parameters" in cell.metadata.get("tags", []):
            cell = nbformat.v4.new_code_cell(f"lake = {str(lake)!r}", id="injected-parameters")
            notebook.cells.insert(index + 1, cell)
            return notebook
    sys.exit("no cell of the notebook is tagged parameters")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notebook", type=Path)
    parser.add_argument("--lake", type=Path, required=True, help="folder that ingest wrote")
    parser.add_argument("--output", type=Path, required=True, help="where the run notebook goes")
    parser.add_argument("--timeout", type=int, default=300, help="seconds for each cell")
    options = parser.parse_args()

    notebook = with_lake(nbformat.read(options.notebook, as_version=4), options.lake.resolve())
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
