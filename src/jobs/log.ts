/** One line of a log: ids, counts, states and reasons of our own, never what somebody wrote. */
export type Log = (event: string, facts: Readonly<Record<string, string | number | boolean | null>>) => void;
