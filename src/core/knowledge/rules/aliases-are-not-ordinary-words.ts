import { splitWords } from "../../question/words.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

/** Words that people write about any network; as an alias each would name its product in every other question. */
const ordinaryWords: ReadonlySet<string> = new Set(
  [
    "address api app application bridge browser client cloud cluster code computer container controller default",
    "device dns docs egress error ethernet example external firewall forum gateway home host image ingress instance",
    "interface internal internet ip ipv4 ipv6 laptop local localhost log machine mesh metadata nat network node office",
    "on-prem operator peer platform pod pool port private prod production provider proxy public range route router server",
    "service sidecar staging subnet support switch system team test tunnel vm vpc vpn web wifi worker workload",
  ].flatMap((line) => line.split(" ")),
);

export const aliasesAreNotOrdinaryWords: KnowledgeRule = {
  name: "aliases-are-not-ordinary-words",
  judge: ({ products }) =>
    products.flatMap((product) =>
      product.aliases.filter(isOrdinary).map((value) => ({
        subject: { kind: "product" as const, id: product.id },
        problem: "People write this word about anything, so the product would be taken as named where it is not.",
        remedy: "Take the alias out, or make it longer, as in `acme proxy`.",
        value,
      })),
    ),
};

function isOrdinary(alias: string): boolean {
  const [word, ...more] = splitWords(alias).map(({ text }) => text);
  if (word === undefined || more.length > 0) return false;
  return [word, word.replace(/s$/, ""), word.replace(/es$/, ""), word.replace(/ies$/, "y")].some((form) =>
    ordinaryWords.has(form),
  );
}
