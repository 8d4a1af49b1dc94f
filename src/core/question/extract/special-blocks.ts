/**
 * Whether two leading octets lie in a block that people abbreviate, since everybody knows it: private-use (RFC 1918), shared
 * (RFC 6598), loopback, link-local, benchmarking (RFC 2544). The registries judge addresses; this only judges notation.
 */
export function isWellKnownStart(first: number, second: number): boolean {
  if (first === 10 || first === 127) return true;
  if (first === 100) return second >= 64 && second <= 127;
  if (first === 172) return second >= 16 && second <= 31;
  if (first === 198) return second === 18 || second === 19;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}

/** Whether a dotted number starts like no version that was ever released: 172.16 to 172.31, 192.168, 169.254. */
export function startsUnlikeVersion(quad: string): boolean {
  const [first = 0, second = 0] = quad.split(".", 2).map(Number);
  return (first === 172 || first === 192 || first === 169) && isWellKnownStart(first, second);
}
