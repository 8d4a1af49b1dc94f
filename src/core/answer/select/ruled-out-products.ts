import { type Knowledge, withFoundations } from "../../knowledge/knowledge.ts";
import type { Product } from "../../knowledge/product.ts";
import type { Reading } from "../../question/reading.ts";
import { splitWords } from "../../question/words.ts";

/**
 * The products that a thread rules out, by id: those it names so, and with a cloud or with Kubernetes as a whole what
 * there is only on it. What the thread names besides stays, and plain Kubernetes where that builds on it: "not Kubernetes
 * itself but k3s".
 */
export function ruledOutProducts(
  { products, ruledOut }: Pick<Reading, "products" | "ruledOut">,
  knowledge: Knowledge,
): ReadonlySet<string> {
  if (ruledOut.length === 0) return none;
  const named = new Set(products.map(({ product }) => product));
  const foundations = new Set([...named].flatMap((id) => withFoundations(knowledge, id).map((product) => product.id)));
  const wholes = ruledOut.flatMap(({ product }) => knowledge.products.get(product) ?? []);
  const parts = [...knowledge.products.values()].filter((product) =>
    wholes.some((whole) => isOnlyOn(product, whole, knowledge)),
  );
  const isPlain = (id: string) => knowledge.products.get(id)?.kind === "kubernetes";
  return new Set([
    ...ruledOut.map(({ product }) => product).filter((id) => !(isPlain(id) && foundations.has(id))),
    ...parts.map(({ id }) => id).filter((id) => !named.has(id) && !foundations.has(id)),
  ]);
}

const none: ReadonlySet<string> = new Set();

/** A cloud's own Kubernetes goes by the cloud's name too: "aws eks". */
function isOnlyOn(product: Product, whole: Product, knowledge: Knowledge): boolean {
  if (whole.kind === "kubernetes") return withFoundations(knowledge, product.id).some(({ id }) => id === whole.id);
  if (whole.kind !== "cloud" || product.kind !== "managed-kubernetes") return false;
  const [maker] = splitWords(whole.id);
  const names = [product.id, product.name, ...product.aliases];
  return names.some((name) => splitWords(name).some(({ text }) => text === maker?.text));
}
