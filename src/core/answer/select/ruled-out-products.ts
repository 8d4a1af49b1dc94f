import { type Knowledge, withFoundations } from "../../knowledge/knowledge.ts";
import type { Product } from "../../knowledge/product.ts";
import { SOMETHING_ELSE } from "../../question/asked/asked-attribute.ts";
import type { Reply } from "../../question/asked/read-replies.ts";
import type { Reading } from "../../question/reading.ts";
import { splitWords } from "../../question/words.ts";
import { placeKindOf } from "../ask/place-kinds.ts";

/**
 * The products that a thread rules out, by id: those it names so, and with a cloud or with Kubernetes as a whole what
 * there is only on it. What the thread names besides stays, and plain Kubernetes where that builds on it: "not Kubernetes
 * itself but k3s"; and whatever is of another kind than we were told.
 */
export function ruledOutProducts(
  { products, ruledOut, asked }: Pick<Reading, "products" | "ruledOut" | "asked">,
  knowledge: Knowledge,
): ReadonlySet<string> {
  const reply = asked.replies.findLast(({ attribute }) => attribute === "kind");
  const ofOtherKind = reply ? outsideKind(reply, knowledge) : [];
  if (ruledOut.length === 0) return new Set(ofOtherKind);
  const named = new Set(products.map(({ product }) => product));
  const foundations = new Set([...named].flatMap((id) => withFoundations(knowledge, id).map((product) => product.id)));
  const wholes = ruledOut.flatMap(({ product }) => knowledge.products.get(product) ?? []);
  const parts = [...knowledge.products.values()].filter((product) =>
    wholes.some((whole) => isOnlyOn(product, whole, knowledge)),
  );
  const isPlain = (id: string) => knowledge.products.get(id)?.kind === "kubernetes";
  return new Set([
    ...ruledOut.map(({ product }) => product).filter((id) => !(isPlain(id) && foundations.has(id))),
    ...[...parts.map(({ id }) => id), ...ofOtherKind].filter((id) => !named.has(id) && !foundations.has(id)),
  ]);
}

/** The places of another kind than the one that was answered, but for what a place of that kind builds on. */
function outsideKind({ option, options }: Reply, knowledge: Knowledge): string[] {
  const isMeant = ({ kind }: Product) => {
    const placeKind = placeKindOf(kind);
    if (placeKind === undefined) return true;
    return option === SOMETHING_ELSE ? !options.includes(placeKind) : placeKind === option;
  };
  const products = [...knowledge.products.values()];
  const meant = products.filter(isMeant);
  const kept = new Set(meant.flatMap(({ id }) => withFoundations(knowledge, id)));
  return products.filter((product) => !kept.has(product)).map(({ id }) => id);
}

/** A cloud's own Kubernetes goes by the cloud's name too: "aws eks". */
function isOnlyOn(product: Product, whole: Product, knowledge: Knowledge): boolean {
  if (whole.kind === "kubernetes") return withFoundations(knowledge, product.id).some(({ id }) => id === whole.id);
  if (whole.kind !== "cloud" || product.kind !== "managed-kubernetes") return false;
  const [maker] = splitWords(whole.id);
  const names = [product.id, product.name, ...product.aliases];
  return names.some((name) => splitWords(name).some(({ text }) => text === maker?.text));
}
