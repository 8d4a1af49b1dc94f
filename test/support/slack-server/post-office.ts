import type { Outcome, Parcel, Transport } from "./deliver.ts";

/** Carries parcels to the app over whichever transport is set, and knows which are still under way. */
export type PostOffice = {
  readonly deliver: Transport;
  readonly use: (transport: Transport) => void;
  readonly outcomes: readonly Outcome[];
  readonly settled: () => Promise<void>;
};

export function createPostOffice(first: Transport): PostOffice {
  const outcomes: Outcome[] = [];
  const underWay = new Set<Promise<Outcome>>();
  let transport = first;

  const carry = async (parcel: Parcel): Promise<Outcome> => {
    const outcome = await transport(parcel);
    outcomes.push(outcome);
    return outcome;
  };
  return {
    deliver: (parcel) => {
      const work = carry(parcel);
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
      return work;
    },
    use: (other) => {
      transport = other;
    },
    outcomes,
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
