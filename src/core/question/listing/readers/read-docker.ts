import { parseCidr } from "../../../network/cidr.ts";
import { listAddress, listBlock } from "../list-address.ts";
import type { ListingEntry, ListingReader } from "../listing-entry.ts";
import { type ScannedKey, scanKeys } from "../scan-keys.ts";

type OpenObject = {
  name: string | undefined;
  container: string | undefined;
  network: string | undefined;
  from: number;
};

/** `docker network inspect` and `docker inspect`, and the lines of a `--format` with a container's name and address. */
export const readDocker: ListingReader = (lines) => {
  const object: OpenObject = { name: undefined, container: undefined, network: undefined, from: 0 };
  return lines.flatMap((text, line) => [
    ...readFormatted(text, line),
    ...scanKeys(text).flatMap((scanned) => readKey(scanned, object, line)),
  ]);
};

const withSlash = /^\s*(\/[\w.-]{1,80})\s*[-:=>]{0,2}\s*([\da-f.:]{3,45}(?:\/\d{1,3})?)\s*$/i;
const withLength = /^\s*([\w.]{1,40}[-_][\w.-]{1,40}):?\s+([\da-f.:]{3,45}\/\d{1,3})\s*$/i;

/** `docker inspect -f '{{.Name}} …'` gives the name with its slash, that of a network the address with its length. */
function readFormatted(text: string, line: number): ListingEntry[] {
  const where = { from: line, to: line };
  const [, container, address] = withSlash.exec(text) ?? [];
  if (container !== undefined) return listAddress(address, { as: "container", name: container, ...where });
  const [, name, inNetwork = ""] = withLength.exec(text) ?? [];
  return parseCidr(inNetwork)?.hostBitsSet ? listAddress(inNetwork, { as: "named", name, ...where }) : [];
}

/** What stands among the networks of a container besides their names. */
const notNetworks = /^(?:IPAMConfig|Links|Aliases|DriverOpts|DNSNames|Ports|Options)$/;

function readKey({ key, value, opens }: ScannedKey, object: OpenObject, to: number): ListingEntry[] {
  const { name, container, network, from } = object;
  switch (key) {
    case "Name":
      Object.assign(object, nameOf(value, to));
      return [];
    case "Networks":
      object.network = "";
      return [];
    case "Subnet":
      return name === undefined ? [] : listBlock(value, { as: "docker-subnet", name, from, to });
    case "Gateway":
      return listGateway(value, network || (container === undefined ? name : undefined), from, to);
    case "IPv4Address":
    case "IPv6Address":
      return name === undefined ? [] : listAddress(value, { as: "container", name, from, to });
    case "IPAddress":
    case "GlobalIPv6Address":
      return container === undefined
        ? []
        : listAddress(value, { as: "container", name: container, other: network || undefined, from, to });
    default:
      if (opens && network !== undefined && !notNetworks.test(key)) object.network = key;
      return [];
  }
}

/** A container's own name has a slash before it; volumes, drivers and restart policies have names too. */
function nameOf(name: string | undefined, from: number): Partial<OpenObject> {
  return name?.startsWith("/") ? { name, container: name, network: undefined, from } : { name, from };
}

function listGateway(value: string | undefined, network: string | undefined, from: number, to: number): ListingEntry[] {
  return network === undefined ? [] : listAddress(value, { as: "docker-gateway", name: network, from, to });
}
