"""Runs N cells through nbclient, an independent Jupyter client, and counts outputs that are lost or that
stand under a wrong cell. Each cell prints, displays and results in its own number.

Usage: nbclient_cells.py KERNEL N FOLDER; prints one JSON object.
"""
import json
import sys
import time

import nbformat
from nbclient import NotebookClient

kernel, count, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
display = "Deno.jupyter.broadcast('display_data', {data: {'text/plain': '%d'}, metadata: {}, transient: {}})"
cells = [
    nbformat.v4.new_code_cell(f"console.log({n});\nawait {display % n};\n{n}") for n in range(count)
]
notebook = nbformat.v4.new_notebook(cells=cells)
client = NotebookClient(notebook, kernel_name=kernel, timeout=60, resources={"metadata": {"path": folder}})
start = time.monotonic()
client.execute()
seconds = time.monotonic() - start

lost = misplaced = 0
for n, cell in enumerate(notebook.cells):
    seen = {"stream": 0, "display_data": 0, "execute_result": 0}
    for output in cell.outputs:
        kind = output["output_type"]
        text = output["text"] if kind == "stream" else output["data"]["text/plain"]
        for line in text.strip().split("\n"):
            if line == str(n):
                seen[kind] += 1
            else:
                misplaced += 1
    lost += sum(times == 0 for times in seen.values())
print(json.dumps({"lost": lost, "misplaced": misplaced, "milliseconds per cell": 1000 * seconds / count}))
