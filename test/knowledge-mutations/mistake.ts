/** A number below `below`, from a seed: the same mistakes in every run. */
export type Draw = (below: number) => number;

/** A stream of numbers (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

export function pick<T>(list: readonly T[], draw: Draw): T | undefined {
  return list[draw(list.length)];
}

/** The text of a product's file, cut where each fact begins. */
export type ProductText = { readonly head: string; readonly facts: readonly string[] };

export function cutProduct(text: string): ProductText {
  const [head = "", ...facts] = text.split(/^(?= {2}- id: )/m);
  return { head, facts };
}

/**
 * A slip that somebody could make, in the text of one product: the text with it, or undefined where there is nothing to get
 * wrong in this way. `share` is how many of them the linter is held to find.
 */
export type Mistake = {
  readonly name: string;
  readonly share: number;
  readonly make: (product: ProductText, draw: Draw) => ProductText | undefined;
};

/** A slip within one fact, of those in which it can be made. */
export function inOneFact(change: (fact: string, draw: Draw) => string | undefined): Mistake["make"] {
  return ({ head, facts }, draw) => {
    const start = draw(facts.length);
    for (let i = 0; i < facts.length; i++) {
      const at = (start + i) % facts.length;
      const before = facts[at] ?? "";
      const after = change(before, draw);
      if (after !== undefined && after !== before) return { head, facts: facts.with(at, after) };
    }
    return undefined;
  };
}

/** A slip in what `pattern` finds first in a fact. */
export function inMatch(pattern: RegExp, change: (found: string, draw: Draw) => string | undefined): Mistake["make"] {
  return inOneFact((fact, draw) => {
    const [found] = pattern.exec(fact) ?? [];
    const changed = found === undefined ? undefined : change(found, draw);
    return found === undefined || changed === undefined ? undefined : fact.replace(found, () => changed);
  });
}

/** Another digit in place of one of the digits of a dotted address in the text. */
export function flipDigit(text: string, draw: Draw): string | undefined {
  const address = pick([...text.matchAll(/\d+\.\d+\.\d+\.\d+/g)], draw);
  if (!address) return undefined;
  const places = [...address[0].matchAll(/\d/g)].map((digit) => address.index + digit.index);
  const at = pick(places, draw) ?? 0;
  const digit = (Number(text[at]) + 1 + draw(9)) % 10;
  return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
}
