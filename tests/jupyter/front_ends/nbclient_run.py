"""Runs a notebook through nbclient, an independent Jupyter client, and writes its outputs into the file.

Usage: nbclient_run.py KERNEL NOTEBOOK; prints the seconds that the cells took.
"""
import os
import sys
import time

import nbformat
from nbclient import NotebookClient

kernel, path = sys.argv[1:]
notebook = nbformat.read(path, as_version=4)
resources = {"metadata": {"path": os.path.dirname(path)}}
client = NotebookClient(notebook, kernel_name=kernel, timeout=60, resources=resources)
with client.setup_kernel():
    start = time.monotonic()
    for index, cell in enumerate(notebook.cells):
        client.execute_cell(cell, index)
    seconds = time.monotonic() - start
nbformat.write(notebook, path)
print(seconds)
