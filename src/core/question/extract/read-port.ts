import { CLOSE_BRACKET, COLON, SLASH, UNDERSCORE } from "./character-classes.ts";
import { numberAt } from "./look-around.ts";
import type { Reading } from "./reading.ts";

const HASH = 35;
const HIGHEST_PORT = 65_535;
const LONGEST_PORT = 5;

/**
 * Notes the port glued behind an address or name that ends at `end`: `:8080`, `]:53`, dig's `#53`, a listener name's `_15001`.
 * Returns whether there was one.
 */
export function readPort({ text, notes }: Reading, end: number): boolean {
  const sign = text.charCodeAt(end) === CLOSE_BRACKET ? end + 1 : end;
  const code = text.charCodeAt(sign);
  if (code !== COLON && code !== HASH && code !== UNDERSCORE) return false;
  const port = numberAt(text, sign + 1, LONGEST_PORT);
  if (port === undefined || port.value > HIGHEST_PORT || /[.:]\w/.test(text.slice(port.end, port.end + 2)))
    return false;
  notes.addPort({
    start: sign + 1,
    end: port.end,
    value: port.value,
    reason: "stands directly behind an address or a name",
  });
  return true;
}

const LONGEST_PORT_WORD = 20;
/** "port" itself, conntrack's `sport` and `dport`, and the fields of Kubernetes; not the end of "report". */
const portWord = /(?:^|[^a-z]|\b[sd]|target|node|container|host|source|destination)ports?[ \t]{0,3}[:=]?[ \t]{0,3}$/i;

/** Notes the number `[start, end)` when words make it a port: "port 443", `dport=443`, `443/tcp`. */
export function readPortWord({ text, notes }: Reading, start: number, end: number): void {
  if (end - start > LONGEST_PORT) return;
  const named = portWord.test(text.slice(Math.max(0, start - LONGEST_PORT_WORD), start));
  const typed = text.charCodeAt(end) === SLASH && /^\/(?:tcp|udp|sctp)\b/i.test(text.slice(end, end + 6));
  const value = Number(text.slice(start, end));
  if ((named || typed) && value > 0 && value <= HIGHEST_PORT) {
    notes.addPort({
      start,
      end,
      value,
      reason: named ? 'the word "port" stands before it' : "a protocol stands behind it",
    });
  }
}
