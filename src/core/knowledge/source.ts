/** Where a statement comes from. `locator` is the heading, anchor, table row, or file and symbol; `checkedOn` the day it was read (YYYY-MM-DD). */
export type Source = {
  readonly url: string;
  readonly title: string;
  readonly locator: string;
  readonly kind: SourceKind;
  readonly checkedOn: string;
  readonly commit?: string;
};

export type SourceKind = "code" | "vendor-docs" | "standard" | "observed";
