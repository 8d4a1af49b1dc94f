/** Why a call to the model failed, in our own words: never the server's, which may repeat what was sent to it. */
export function explainFailure(error: unknown): string {
  const status = readStatus(error);
  if (status !== undefined) return `${explainStatus(status)} (HTTP ${status})`;
  const chain = causes(error);
  const isNamed = (name: string) => chain.some((cause) => cause.name === name);
  if (isNamed("SyntaxError")) return "the endpoint answered with broken JSON";
  if (isNamed("HTTPParserError")) return "the endpoint does not speak HTTP";
  const code = chain.map(readCode).find((found) => found !== undefined);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `the endpoint's name cannot be resolved (${code})`;
  if (code === "TOO_LONG") return "the endpoint's reply is too long";
  if (code) return `the connection to the endpoint failed (${code})`;
  return "the connection to the endpoint failed";
}

/** The HTTP status of an error the `openai` package made from a response. */
export function readStatus(error: unknown): number | undefined {
  return Error.isError(error) && "status" in error && typeof error.status === "number" ? error.status : undefined;
}

function explainStatus(status: number): string {
  if (status === 401 || status === 403) return "the endpoint does not accept the key";
  if (status === 404) return "the endpoint does not know the model or the address";
  if (status === 429) return "the endpoint's rate limit or quota is used up";
  return status >= 500 ? "the endpoint is out of order" : "the endpoint did not accept the request";
}

/** The error and what caused it, outermost first; a circle of causes ends after a few. */
function causes(error: unknown): Error[] {
  const found: Error[] = [];
  for (let next = error; Error.isError(next) && found.length < 8; next = next.cause) found.push(next);
  return found;
}

/** Node's and undici's codes are constants of upper case; anything else might be text. */
function readCode(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" && /^[A-Z][A-Z_]+$/.test(error.code)
    ? error.code
    : undefined;
}
