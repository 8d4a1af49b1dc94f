import type { Hop } from "../hop.ts";
import type { Walk } from "../walk.ts";
import { nameEnd, writeEnd } from "./name-end.ts";

/** The walk in a sentence: from where by what to where, what is rewritten where, and what the receiver sees. */
export function tellDrawing(walk: Walk): string {
  const [from, ...rest] = walk.hops.map(({ label }) => `the ${label}`);
  const [to, ...between] = rest.toReversed();
  const by = between.length > 0 ? ` by way of ${between.toReversed().join(", ")}` : "";
  const rewritten = walk.hops.flatMap((hop) => tellRewrites(hop, walk)).join("; ") || "nothing is rewritten";
  const seen = writeEnd(nameEnd(walk.receiverSees, walk));
  return `From ${from}${by} to ${to}: ${rewritten}. As the source, ${to} sees: ${seen}.`;
}

function tellRewrites({ label, rewrites }: Hop, walk: Walk): string[] {
  const told = rewrites.map(
    ({ end, from, to }) => `the ${end} from ${writeEnd(nameEnd(from, walk))} to ${writeEnd(nameEnd(to, walk))}`,
  );
  return told.length > 0 ? [`the ${label} rewrites ${told.join(" and ")}`] : [];
}
