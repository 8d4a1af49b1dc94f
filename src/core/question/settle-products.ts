import type { NamedProduct } from "./reading.ts";
import { mentionProducts, type ProductLexicon } from "./recognise-products.ts";
import { settleMessage } from "./ruled-out/judge-mentions.ts";

/** The products a thread is about, and those that it says it is not about. */
export type SettledProducts = {
  readonly products: readonly NamedProduct[];
  readonly ruledOut: readonly NamedProduct[];
};

/**
 * Settles for the whole thread which products are named and which are ruled out: of each product the newest message that
 * names it decides. `texts` are the messages, newest first; what is `given` holds whatever they say.
 */
export function settleProducts(
  texts: readonly string[],
  lexicon: ProductLexicon,
  given: readonly NamedProduct[],
): SettledProducts {
  const products = new Map(given.map((named) => [named.product, named]));
  const ruledOut = new Map<string, NamedProduct>();
  for (const [i, text] of texts.entries()) {
    for (const [product, { standing, reason }] of settleMessage(mentionProducts(text, lexicon))) {
      if (products.has(product) || ruledOut.has(product)) continue;
      const target = standing === "ruled-out" ? ruledOut : products;
      target.set(product, { product, reason, inThread: i > 0 });
    }
  }
  return { products: [...products.values()], ruledOut: [...ruledOut.values()] };
}
