import { DASH, DOT, isDigit, isLetterOrDigit, UNDERSCORE } from "./character-classes.ts";
import { readQuad } from "./read-quad.ts";
import type { Reading } from "./reading.ts";
import { startsUnlikeVersion } from "./special-blocks.ts";

/** Parts of a name that say that a machine's address follows: `node-10.0.1.5`, `kube-apiserver-10.0.1.5`. */
const machineWords = new Set([
  ..."ip node nodes host worker master server vm pod etcd kube kubelet proxy apiserver manager scheduler controller".split(
    " ",
  ),
  ..."client peer lb gw gateway router db ns dns addr address instance machine minion svc service eth0 from to src dst".split(
    " ",
  ),
]);

/**
 * Reads an address behind a dash or underscore of the name `[start, end)`; refuses one that is rather the version of a package.
 * Returns where it stopped, or undefined when the name holds no four octets.
 */
export function readQuadInName(reading: Reading, start: number, end: number): number | undefined {
  const { text, notes } = reading;
  for (let at = start; at < end; at += 1) {
    const opens = at === start || text.charCodeAt(at - 1) === DASH || text.charCodeAt(at - 1) === UNDERSCORE;
    const quadEnd = opens && isDigit(text.charCodeAt(at)) ? quadEndAt(text, at, end) : undefined;
    if (quadEnd === undefined) continue;
    if (at === start || isMachineName(text.slice(start, at)) || startsUnlikeVersion(text.slice(at, quadEnd)))
      return Math.max(end, readQuad(reading, at, quadEnd));
    notes.reject(at, quadEnd, "a number behind a package's name: a version");
    return end;
  }
  return undefined;
}

function quadEndAt(text: string, start: number, limit: number): number | undefined {
  let parts = 0;
  let at = start;
  for (; at < limit; at += 1) {
    const from = at;
    while (at < limit && isDigit(text.charCodeAt(at))) at += 1;
    if (at === from || at - from > 3) return undefined;
    parts += 1;
    if (parts === 4) break;
    if (text.charCodeAt(at) !== DOT) return undefined;
  }
  const next = at < limit ? text.charCodeAt(at) : 0;
  return parts === 4 && !isLetterOrDigit(next) && next !== DOT ? at : undefined;
}

const isMachineName = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[-_.]/)
    .some((word) => machineWords.has(word) || /^\d{2,5}$/.test(word));
