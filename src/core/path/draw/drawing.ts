/** One end of a packet as it is written beside an arrow; the address stands there when the thread gives it. */
export type DrawnEnd = {
  readonly name: string;
  readonly address?: string;
  /** True where the place above put it there. */
  readonly isNew: boolean;
};

/** What a place puts in place of what. */
export type DrawnRewrite = { readonly end: "source" | "destination"; readonly from: DrawnEnd; readonly to: DrawnEnd };

/** A place on the way. A Service is `virtual`: an address that a packet is sent to, and no machine that takes it. */
export type DrawnPlace = {
  readonly kind: "end" | "between" | "virtual";
  readonly name: string;
  readonly remarks: readonly string[];
  readonly rewrites: readonly DrawnRewrite[];
  /** Only at the receiver: what its logs and its firewall show as the source. */
  readonly sees?: DrawnEnd;
};

export type DrawnPacket = { readonly kind: "packet"; readonly source: DrawnEnd; readonly destination: DrawnEnd };

export type DrawnNote = { readonly heading: string; readonly text: string };

/**
 * A walk as it is drawn, in words and without measures: plain data that can be kept with an answer. `steps` runs from the
 * sender to the receiver, with the packet between every two places; only from a virtual place to the one that stands for it
 * there is none. `alt` is the walk in a sentence, for whoever does not see the picture.
 */
export type Drawing = {
  readonly title: string;
  readonly alt: string;
  readonly steps: readonly (DrawnPlace | DrawnPacket)[];
  readonly notes: readonly DrawnNote[];
};
