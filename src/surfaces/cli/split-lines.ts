/**
 * Splits a stream of UTF-8 text into lines, each without its end (LF or CRLF) and the text without a byte order mark. Other
 * characters that some programs break lines at, such as U+2028, are left alone: they may stand inside a JSON text.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let unfinished: string[] = [];
  for await (const chunk of chunks) {
    const [first = "", ...others] = decoder.decode(chunk, { stream: true }).split("\n");
    unfinished.push(first);
    for (const other of others) {
      yield withoutReturn(unfinished.join(""));
      unfinished = [other];
    }
  }
  const last = unfinished.join("") + decoder.decode();
  if (last !== "") yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
