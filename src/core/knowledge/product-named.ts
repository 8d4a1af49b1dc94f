import type { Knowledge } from "./knowledge.ts";
import type { Product } from "./product.ts";

/** The product with this id, or else the one that goes by this name or alias, in whatever case. */
export function productNamed(knowledge: Pick<Knowledge, "products">, written: string): Product | undefined {
  const wanted = written.trim().toLowerCase();
  const goesByIt = ({ name, aliases }: Product) => [...namesIn(name), ...aliases].includes(wanted);
  return knowledge.products.get(wanted) ?? [...knowledge.products.values()].find(goesByIt);
}

/** A name such as "kind (Kubernetes in Docker)" is three: all of it, what stands before the brackets and what stands in them. */
function namesIn(name: string): string[] {
  const whole = name.toLowerCase();
  return [whole, ...whole.split(/[()]/).map((part) => part.trim())].filter((part) => part !== "");
}
