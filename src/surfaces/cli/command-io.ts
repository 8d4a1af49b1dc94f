/** How a command meets the terminal. `print` writes one line to standard output, `complain` one to standard error. */
export type CommandIo = {
  readonly print: (line: string) => void | Promise<void>;
  readonly complain: (line: string) => void;
  readonly inputLines: () => AsyncIterable<string>;
  readonly readText: (path: string) => Promise<string>;
};
