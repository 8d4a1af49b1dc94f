import type { ListingKind, ListingReader } from "./listing-entry.ts";
import { readAccessLogs } from "./readers/read-access-logs.ts";
import { readCaptures } from "./readers/read-captures.ts";
import { readConntrack } from "./readers/read-conntrack.ts";
import { readDescriptions } from "./readers/read-descriptions.ts";
import { readDnsAnswers } from "./readers/read-dns-answers.ts";
import { readDocker } from "./readers/read-docker.ts";
import { readForwardedChains } from "./readers/read-forwarded-chains.ts";
import { readHosts } from "./readers/read-hosts.ts";
import { readInterfaces } from "./readers/read-interfaces.ts";
import { readManifests } from "./readers/read-manifests.ts";
import { readNameservers } from "./readers/read-nameservers.ts";
import { readRoutes } from "./readers/read-routes.ts";
import { readRules } from "./readers/read-rules.ts";
import { readTables } from "./readers/read-tables.ts";
import { readTraces } from "./readers/read-traces.ts";

/** Who reads which kind of listing; a new kind does not compile until it has its reader. */
export const listingReaders: Readonly<Record<ListingKind, ListingReader>> = {
  table: readTables,
  description: readDescriptions,
  manifest: readManifests,
  docker: readDocker,
  interfaces: readInterfaces,
  routes: readRoutes,
  hosts: readHosts,
  nameservers: readNameservers,
  conntrack: readConntrack,
  rules: readRules,
  trace: readTraces,
  capture: readCaptures,
  "dns-answer": readDnsAnswers,
  "forwarded-chain": readForwardedChains,
  "access-log": readAccessLogs,
};
