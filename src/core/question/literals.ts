/**
 * What a text quotes rather than says: addresses, ranges, versions, file names, anything of letters and digits that holds
 * a digit and one of `.:_/` inside; in lower case, without the punctuation around it.
 */
export function literalsIn(text: string): ReadonlySet<string> {
  const runs = text.toLowerCase().match(/[\w.:/-]+/g) ?? [];
  const trimmed = runs.map((run) => run.replace(/^[.:/-]+|[.:/-]+$/g, ""));
  return new Set(trimmed.filter((run) => run.length > 4 && /\d/.test(run) && /[.:_/]/.test(run)));
}
