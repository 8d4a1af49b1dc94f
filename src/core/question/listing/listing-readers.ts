import type { ListingKind, ListingReader } from "./listing-entry.ts";
import { readAccessLogs } from "./read-access-logs.ts";
import { readCaptures } from "./read-captures.ts";
import { readConntrack } from "./read-conntrack.ts";
import { readDescriptions } from "./read-descriptions.ts";
import { readDnsAnswers } from "./read-dns-answers.ts";
import { readDocker } from "./read-docker.ts";
import { readForwardedChains } from "./read-forwarded-chains.ts";
import { readHosts } from "./read-hosts.ts";
import { readInterfaces } from "./read-interfaces.ts";
import { readManifests } from "./read-manifests.ts";
import { readNameservers } from "./read-nameservers.ts";
import { readRoutes } from "./read-routes.ts";
import { readRules } from "./read-rules.ts";
import { readTables } from "./read-tables.ts";
import { readTraces } from "./read-traces.ts";

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
