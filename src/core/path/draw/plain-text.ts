/** What XML 1.0 does not allow (production Char), lone surrogates among it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones meant
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
/** What turns the writing direction, and so could make a text read as another. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text on one line, with nothing in it that a document may not hold or that would show it as something else. */
export function plainText(text: string): string {
  return text.replace(notInXml, "\ufffd").replace(turning, "").replace(/\s+/g, " ").trim();
}
