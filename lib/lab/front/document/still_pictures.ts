/**
 * Still pictures of the figures that cells of this page have drawn, for readers that run no scripts: GitHub,
 * nbconvert, a printed page. They are stored beside the figure's data, as `deno task notebooks` does it.
 *
 * @module
 */
import { CodeCell, type ICodeCellModel } from "@jupyterlab/cells";
import { NotebookActions } from "@jupyterlab/notebook";
import { drawStill, plotlyType } from "../outputs/figure.ts";

const pictureType = "image/png";

/** Draws a picture for every figure without one, once its cell has run. */
export function keepStillPictures(): void {
  NotebookActions.executed.connect((_, { cell }) => {
    if (cell instanceof CodeCell) void addPictures(cell.model);
  });
}

async function addPictures({ outputs, isDisposed }: ICodeCellModel): Promise<void> {
  for (let index = 0; !isDisposed && index < outputs.length; index++) {
    const output = outputs.get(index);
    const figure = output.data[plotlyType];
    if (figure === undefined || pictureType in output.data) continue;
    const picture = await drawStill(figure).catch(() => undefined); // Plotly cannot
    if (picture === undefined || outputs.length <= index || outputs.get(index) !== output) continue;
    output.setData({ data: { ...output.data, [pictureType]: picture } });
  }
}
