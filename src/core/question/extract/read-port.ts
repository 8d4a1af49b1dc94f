import { CLOSE_BRACKET, COLON, UNDERSCORE } from "./character-classes.ts";
import { numberAt } from "./look-around.ts";
import type { Reading } from "./reading.ts";

const HASH = 35;

/**
 * Notes the port glued behind an address or name that ends at `end`: `:8080`, `]:53`, dig's `#53`, a listener name's `_15001`.
 * Returns whether there was one.
 */
export function readPort({ text, notes }: Reading, end: number): boolean {
  const sign = text.charCodeAt(end) === CLOSE_BRACKET ? end + 1 : end;
  const code = text.charCodeAt(sign);
  if (code !== COLON && code !== HASH && code !== UNDERSCORE) return false;
  const port = numberAt(text, sign + 1, 5);
  if (port === undefined || port.value > 65535 || /[.:]\w/.test(text.slice(port.end, port.end + 2))) return false;
  notes.addPort({
    start: sign + 1,
    end: port.end,
    value: port.value,
    reason: "stands directly behind an address or a name",
  });
  return true;
}
