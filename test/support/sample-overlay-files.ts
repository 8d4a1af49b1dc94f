/** An organisation's overlay over the shipped knowledge: its words stand nowhere else. */
export const sampleOverlay: Readonly<Record<string, string>> = {
  "networks.yaml": `networks:
  - id: office-vpn
    name: the Quokka office VPN
    cidrs: [10.88.0.0/16, "fd88:6b6f::/48"]
    role: vpn
    url: https://wiki.quokka.example/networks
    checkedOn: 2026-11-02
    note: ask Wombat for access
`,
  "products/quokka-cluster.yaml": `id: quokka-cluster
name: Quokka Cluster
kind: managed-kubernetes
aliases: [quokka prod]
buildsOn: [k3s]
facts:
  - id: pods
    statement: Pods of the Quokka Cluster get addresses from 100.66.0.0/16.
    claim: { type: range, role: pod, status: default, cidrs: [100.66.0.0/16] }
    sources:
      - url: https://wiki.quokka.example/cluster
        title: Quokka Cluster
        locator: Numbat addresses
        kind: observed
        checkedOn: 2026-11-02
  - id: k3s-services
    overrides: k3s/services
    statement: Services of k3s get addresses from 10.143.0.0/16 at Quokka.
    claim: { type: range, role: service, status: fixed, cidrs: [10.143.0.0/16] }
    sources:
      - url: https://wiki.quokka.example/cluster
        title: Quokka Cluster
        locator: Service range
        kind: observed
        checkedOn: 2026-11-02
`,
  "articles/quokka-egress.md": `---
id: quokka-egress
title: How Quokka leaves
when:
  topics: [allow-outbound, what-is-address, which-range, why-source]
sources:
  wiki:
    url: https://wiki.quokka.example/egress
    title: Bilby egress
    locator: Addresses
    kind: observed
    checkedOn: 2026-11-02
---
## Statements
- Requests leave Quokka by the Bilby gateway. [wiki]
`,
};

/** What may never be read by others: names and figures of the overlay. */
export const secretsOfOverlay =
  /quokka|wombat|numbat|bilby|own-networks|your own (?:networks|records)|10\.88\.0\.0|fd88:6b6f|100\.66\.0\.0|10\.143\./i;
