import { listAddress } from "../list-address.ts";
import type { ListedAs, ListingEntry, ListingReader } from "../listing-entry.ts";

/**
 * `kubectl get` and `gcloud … list`: rows under a header, or rows alone whose form tells what they list. Cells are counted from
 * the left, which also reads a table whose columns were squeezed to single spaces: what holds spaces stands behind the addresses.
 */
export const readTables: ListingReader = (lines) => {
  let header: readonly string[] | undefined;
  return lines.flatMap((text, line) => {
    const cells = cellsOf(text);
    const columns = readHeader(cells);
    header = columns ?? header;
    if (columns || cells.length < 2) return [];
    return header && fits(cells, header) ? readRow(cells, header, line) : readBareRows(cells, line);
  });
};

/** The cells of a row; `3 (2d ago)` is one, and so is `10.0.0.1:80,10.0.0.2:80 + 1 more...`. */
function cellsOf(text: string): string[] {
  return text
    .replace(/[|│]/g, " ")
    .replace(/ \(\d[\da-z]{0,20} ago\)/g, "")
    .replace(/ \+ \d{1,6} more\.\.\./g, "")
    .trim()
    .split(/\s+/);
}

const addressColumn = /^(?:IP|CLUSTER-IP|EXTERNAL-IP|INTERNAL-IP|ADDRESS|ENDPOINTS|INTERNAL_IP|EXTERNAL_IP|IPV4)$/;
const headerWord = /^[A-Z][A-Z0-9_()%-]*$/;

function readHeader(cells: readonly string[]): string[] | undefined {
  if (cells[0] !== "NAME" && cells[0] !== "NAMESPACE") return undefined;
  if (!cells.every((cell) => headerWord.test(cell)) || !cells.some((cell) => addressColumn.test(cell)))
    return undefined;
  return cells
    .join(" ")
    .replace("NOMINATED NODE", "NOMINATED-NODE")
    .replace("READINESS GATES", "READINESS-GATES")
    .split(" ");
}

const age = /^(?:\d+[smhdy]){1,3}$|^<(?:unknown|invalid)>$/;
const addressLike = /^[\da-f][\da-f.:]*[.:][\da-f.:/]*$/i;

/** Prose under a table has no age in its column; a table of chosen columns has as many cells as names. */
function fits(cells: readonly string[], columns: readonly string[]): boolean {
  const at = columns.indexOf("AGE");
  if (isOfMachines(columns)) return cells.filter((cell) => addressLike.test(cell)).length > 0;
  if (at >= 0) return age.test(cells[at] ?? "") || age.test(cells.at(-1) ?? "");
  return cells.length === columns.length;
}

function isOfMachines(columns: readonly string[]): boolean {
  return columns.includes("INTERNAL_IP");
}

const podColumns = ["NAME", "READY", "STATUS", "RESTARTS", "AGE", "IP", "NODE"];
const serviceColumns = ["NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE"];
const nodeColumns = ["NAME", "STATUS", "ROLES", "AGE", "VERSION", "INTERNAL-IP", "EXTERNAL-IP"];

const MOST_RUN_ON = 400;

/** Rows without their header, also several run on in one line: each begins right before what only a second cell looks like. */
function readBareRows(cells: readonly string[], line: number): ListingEntry[] {
  return cells.slice(0, MOST_RUN_ON).flatMap((_, i) => {
    const columns = columnsFrom(cells, i + 1);
    return columns ? readRow(cells.slice(i, i + columns.length), columns, line) : [];
  });
}

function columnsFrom(cells: readonly string[], offset: number): string[] | undefined {
  const cell = cells[offset] ?? "";
  if (/^\d{1,3}\/\d{1,3}$/.test(cell) && age.test(cells[offset + 3] ?? "")) return podColumns;
  if (/^(?:ClusterIP|NodePort|LoadBalancer|ExternalName)$/.test(cell)) return serviceColumns;
  if (/^(?:Not)?Ready(?:,SchedulingDisabled)?$/.test(cell) && age.test(cells[offset + 2] ?? "")) return nodeColumns;
  return undefined;
}

function readRow(cells: readonly string[], columns: readonly string[], line: number): ListingEntry[] {
  if (isOfMachines(columns)) return readMachine(cells, line);
  const cell = (column: string) => cells[columns.indexOf(column)];
  const name = cell("NAME");
  const node = cell("NODE");
  const other = node?.startsWith("<") ? undefined : node;
  return columns.flatMap((column) => {
    const as = relationOf(column, columns);
    return as && addressColumn.test(column)
      ? (cell(column) ?? "").split(",").flatMap((text) => listAddress(text, { as, name, other, from: line, to: line }))
      : [];
  });
}

function relationOf(column: string, columns: readonly string[]): ListedAs | undefined {
  const has = (name: string) => columns.includes(name);
  switch (column) {
    case "CLUSTER-IP":
      return "service";
    case "INTERNAL-IP":
      return "node";
    case "EXTERNAL-IP":
      return has("INTERNAL-IP") ? "node-external" : "service-external";
    case "ENDPOINTS":
      return "endpoint";
    case "ADDRESS":
      return has("HOSTS") ? "ingress" : "named";
    default:
      return has("NODE") || has("READY") ? "pod" : "named";
  }
}

/** `gcloud compute instances list` leaves cells empty, so that only the order of the addresses can be trusted. */
function readMachine(cells: readonly string[], line: number): ListingEntry[] {
  const addresses = cells.slice(1).filter((cell) => addressLike.test(cell));
  return addresses.flatMap((text) => listAddress(text, { as: "machine", name: cells[0], from: line, to: line }));
}
