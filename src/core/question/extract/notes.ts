import type { NotationFinding } from "../entities.ts";
import type { Found, Place } from "./found.ts";

export type NotedFinding = Place & Pick<NotationFinding, "kind" | "explanation" | "readsAs">;
export type NotedRejection = Place & { readonly reason: string };
export type NotedPort = Place & { readonly value: number; readonly reason: string };

/** More than any message or log that a person pastes; it keeps a flood of addresses from filling the memory. */
const MOST_FOUND = 100_000;
/** Findings and refusals explain; nobody reads a thousand explanations. */
const MOST_EXPLAINED = 1_000;

/** What the readers write down while the text is scanned, in order, with places in the normalised text. */
export class Notes {
  readonly found: Found[] = [];
  readonly findings: NotedFinding[] = [];
  readonly rejected: NotedRejection[] = [];
  readonly ports: NotedPort[] = [];
  /** Where the last number that was refused as a version ended. */
  lastVersionEnd = -1;

  add(found: Found): void {
    this.found.push(found);
  }

  addFinding(finding: NotedFinding): void {
    if (this.findings.length < MOST_EXPLAINED) this.findings.push(finding);
  }

  reject(start: number, end: number, reason: string): void {
    if (this.rejected.length < MOST_EXPLAINED) this.rejected.push({ start, end, reason });
  }

  addPort(port: NotedPort): void {
    const isNew = this.ports.at(-1)?.start !== port.start;
    if (isNew && this.ports.length < MOST_FOUND) this.ports.push(port);
  }

  isFull(): boolean {
    return this.found.length >= MOST_FOUND;
  }
}
