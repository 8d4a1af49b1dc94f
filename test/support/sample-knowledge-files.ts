/** A small sound knowledge folder as files; tests break it in one place. */
export const soundKnowledge: Readonly<Record<string, string>> = {
  "manifest.yaml": "version: 2026.1.2\nschemaVersion: 1\n",
  "registries/private.yaml": `registry: A registry
url: https://example.org/registry
lastUpdated: null
checkedOn: 2026-01-02
rows:
  - cidrs: [10.0.0.0/8]
    name: Private-Use
    scope: private-use
    rfcs: [RFC 1918]
    reference: "[RFC1918]"
    allocated: null
    terminated: null
    source: true
    destination: true
    forwardable: true
    globallyReachable: false
    reservedByProtocol: false
`,
  "products/acme-cluster.yaml": `id: acme-cluster
name: Acme Cluster
kind: managed-kubernetes
aliases: [acme]
facts:
  - id: pods
    statement: Pods get addresses from a range of their own.
    claim:
      type: range
      role: pod
      status: default
      cidrs: [10.8.0.0/16, "fd00:8::/64"]
    configurableBy: { option: pod_cidr, when: creation }
    appliesTo:
      since: "1.30"
    sources:
      - url: https://example.org/pods
        title: Pods
        locator: Pod range
        kind: vendor-docs
        checkedOn: 2026-01-02
  - id: to-services
    statement: The destination is rewritten.
    claim:
      type: behaviour
      flow: pod-to-service
      source: kept
      destination: rewritten
      destinationBecomes: pod
    sources:
      - url: https://example.org/services
        title: Services
        locator: Service proxy
        kind: vendor-docs
        checkedOn: 2026-01-02
`,
  "articles/pods-come-and-go.md": `---
id: pods-come-and-go
title: Pods come and go
when:
  topics: [allow-inbound]
sources:
  pods:
    url: https://example.org/pods
    title: Pods
    locator: Lifetime
    kind: vendor-docs
    checkedOn: 2026-01-02
---
## Statements
- A pod's address ends
  with the pod. [pods]

## Steps
- Allow callers by label. [pods]
`,
};
