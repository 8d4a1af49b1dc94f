/** What a command line asks for; a closed union, so that a new command does not compile until it is run somewhere. */
export type Command =
  | { readonly name: "help" }
  | { readonly name: "version" }
  | ExplainCommand
  | { readonly name: "batch" }
  | { readonly name: "extract" }
  | { readonly name: "classify" }
  | { readonly name: "overlap"; readonly cidrs: readonly string[]; readonly json: boolean }
  | KnowledgeCommand
  | { readonly name: "serve" }
  | { readonly name: "work" }
  | { readonly name: "mcp" }
  | { readonly name: "doctor"; readonly json: boolean };

export type ExplainCommand = {
  readonly name: "explain";
  readonly question: string;
  readonly json: boolean;
  readonly provider?: string;
  /** A file with the thread's earlier messages. */
  readonly thread?: string;
  /** Answer as if overheard, and say why it would stay silent or speak. */
  readonly explainSilence: boolean;
  /** The folder that a golden case is written into. */
  readonly save?: string;
  /** The files that the drawing of the flow is written into. */
  readonly svg?: string;
  readonly png?: string;
};

export type KnowledgeCommand =
  | { readonly name: "knowledge"; readonly act: "check"; readonly json: boolean }
  | { readonly name: "knowledge"; readonly act: "list"; readonly json: boolean }
  | { readonly name: "knowledge"; readonly act: "stats"; readonly json: boolean }
  | KnowledgeDiffCommand
  | { readonly name: "knowledge"; readonly act: "show"; readonly id: string; readonly json: boolean }
  | {
      readonly name: "knowledge";
      readonly act: "find";
      readonly address: string;
      readonly product?: string;
      readonly json: boolean;
    };

export type KnowledgeDiffCommand = {
  readonly name: "knowledge";
  readonly act: "diff";
  /** Holds the older version. */
  readonly folder: string;
  /** Holds the golden questions, in place of those of this repository. */
  readonly golden?: string;
  readonly json: boolean;
};
