export type Doze = { readonly wait: (longestMs: number) => Promise<void>; readonly wake: () => void };

/** A wait that can be cut short. A `wake` that comes while nobody waits is remembered: the next wait ends at once. */
export function createDoze(): Doze {
  let woken = false;
  let end: () => void = () => undefined;
  return {
    wait: async (longestMs) => {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, longestMs);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      woken = false;
    },
    wake: () => {
      woken = true;
      end();
    },
  };
}
