/** An option by its full name, with a dot between its levels, and its value as YAML. */
export type Setting = { readonly name: string; readonly value: string };

/** Settings as nested YAML; `a.b` and `a.c` after each other share their `a`. */
export function writeYamlTree(settings: readonly Setting[]): string {
  let open: readonly string[] = [];
  const lines = settings.flatMap(({ name, value }) => {
    const path = name.split(".");
    const shared = path.findIndex((part, i) => part !== open[i]);
    open = path;
    return path.slice(shared).map((part, i) => {
      const depth = shared + i;
      return `${"  ".repeat(depth)}${part}:${depth === path.length - 1 ? ` ${value}` : ""}`;
    });
  });
  return lines.join("\n");
}
