/** Lines as an ingress, a kubelet, a DNS server and a connection tracker write them; `#` stands for a number that changes. */
const lines: readonly string[] = [
  '10.42.#.# - - [12/Mar/2024:10:#:# +0000] "GET /api/v1/orders/#?page=# HTTP/1.1" 200 # "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36" "203.0.113.#"',
  'E0312 10:#:#.919980     812 pod_workers.go:1294] "Error syncing pod, skipping" err="failed to dial tcp 10.42.#.#:8080: i/o timeout" pod="shop/web-7d4b9c-x#x"',
  '[INFO] 10.42.#.#:41000 - # "A IN web.shop.svc.cluster.local. udp 47 false 512" NOERROR qr,aa,rd 92 0.000#s',
  "tcp      6 431999 ESTABLISHED src=10.42.#.# dst=10.43.#.# sport=4# dport=443 src=192.168.#.# dst=10.42.#.# sport=6443 dport=4# [ASSURED] mark=0 use=1",
  "2024-03-12T10:#:#.123Z INFO  c.e.shop.OrderService - order # of customer # took # ms, cache hit ratio 0.#, version 1.4.#",
  '{"level":"info","ts":"2024-03-12T10:#:#.000Z","logger":"controller","msg":"reconciled","namespace":"shop","name":"web","uid":"550e8400-e29b-41d4-a716-4466554400#"}',
  'level=warn msg="retrying request" attempt=# url=http://payments.shop.svc.cluster.local:8080/charge peer=fd00:42::#:1',
];

/** About `length` code units of an ordinary log; the same for the same length. */
export function plainLog(length: number): string {
  const written: string[] = [];
  let size = 0;
  for (let row = 0; size < length; row += 1) {
    const line = (lines[row % lines.length] ?? "").replace(/#/g, () =>
      String((row * 7919 + written.length * 31) % 250),
    );
    written.push(line);
    size += line.length + 1;
  }
  return written.join("\n").slice(0, length);
}
