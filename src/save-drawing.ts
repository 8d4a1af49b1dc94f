import { writeFile } from "./adapters/files/write-file.ts";
import { renderPng } from "./adapters/image/render-png.ts";
import type { AnswerDrawing } from "./core/answer/answer.ts";
import { writeSvg } from "./core/path/draw/write-svg.ts";
import { ExplainIpError } from "./errors.ts";
import type { ExplainCommand } from "./surfaces/cli/command.ts";
import type { Save } from "./surfaces/cli/run-explain.ts";

/** What writes the drawing of an answer into the files that a command names; empty where it names none. */
export function drawingSaves({ svg, png }: ExplainCommand): readonly Save[] {
  return [
    ...(svg ? [save(svg, writeSvg)] : []),
    ...(png ? [save(png, (drawing) => renderPng(writeSvg(drawing)))] : []),
  ];
}

function save(path: string, draw: (drawing: AnswerDrawing) => string | Promise<Buffer>): Save {
  return async (_request, { drawing }) => {
    if (drawing === undefined) {
      const remedy = "Say what calls what, for example: why does a pod that calls a Service see …";
      throw new ExplainIpError("bad-input", `${path} was not written: the question names no flow to draw.`, remedy);
    }
    writeFile(path, await draw(drawing));
    return `Drawn in ${path}. ${drawing.alt}`;
  };
}
