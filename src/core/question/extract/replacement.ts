/** What a stretch of text stands for: `length` code units are read as `text`, which is at most a few characters. */
export type Replacement = { readonly length: number; readonly text: string };

/** Reads one kind of disguise at `position`; undefined when the text there means itself. Looks ahead a bounded distance only. */
export type ReadReplacement = (text: string, position: number) => Replacement | undefined;
