import { describe, expect, test } from "@jest/globals";
import { dumpYaml, loadYaml } from "@kubernetes/client-node";
import { load } from "js-yaml";
import { parse, parseDocument, stringify } from "yaml";
import { chooseAdvice } from "../../../../src/core/answer/advise/with-advice.ts";
import { type AdviceCase, adviceCases } from "./advice-cases.ts";
import { codeOf } from "./code-of.ts";
import { situationOf } from "./situation-of.ts";
import { isShell, splitShellLine } from "./split-shell-line.ts";

/** What is advised, as the code itself makes it: the table of cases only says which questions to ask. */
function given({ ask, thread = [] }: AdviceCase): { language: string; text: string } {
  const code = chooseAdvice(situationOf(ask, { thread: thread.map((text) => ({ text })) }))?.advice.code;
  if (code === undefined) throw new Error(`no advice for: ${ask}`);
  return "command" in code ? { language: "sh", text: codeOf(code) } : code.snippet;
}

const all = adviceCases.map((asked) => ({ ...asked, ...given(asked) }));
const inLanguage = (wanted: string) => all.filter(({ language }) => language === wanted);

/** Reading an object into the client's own class and back keeps only the fields that the API has. */
function throughTheApi(object: unknown): unknown {
  return parse(dumpYaml(loadYaml(stringify(object))));
}

describe("YAML", () => {
  test.each(inLanguage("yaml"))("two parsers read the same: $ask", ({ text }) => {
    const document = parseDocument(text, { strict: true, uniqueKeys: true });
    expect([...document.errors, ...document.warnings]).toEqual([]);
    expect(load(text)).toEqual(document.toJS());
  });

  test.each(inLanguage("yaml").filter(({ text }) => text.includes("kind:")))(
    "the API of Kubernetes has every field: $ask",
    ({ text }) => {
      const object: unknown = parse(text);
      expect(throughTheApi(object)).toEqual(object);
    },
  );

  test("a field that the API does not have would be noticed", () => {
    const spec = { podSelector: {}, ingress: [{ form: [{ ipblock: { cidr: "10.0.0.0/8" } }] }] };
    const object = { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", spec };
    expect(throughTheApi(object)).not.toEqual(object);
  });

  test.each(inLanguage("yaml").filter(({ kind }) => kind === "network-policy"))(
    "a rule's peers and its type belong together: $ask",
    ({ text }) => {
      const { spec } = parse(text);
      const [type] = spec.policyTypes;
      const [rule, ...others] = spec[type.toLowerCase()];
      expect(others).toEqual([]);
      expect(rule[type === "Ingress" ? "from" : "to"].length).toBeGreaterThan(0);
      for (const port of rule.ports ?? []) expect(port).toEqual({ port: expect.any(Number) });
    },
  );

  test.each(inLanguage("yaml").filter(({ kind }) => kind === "masquerade"))(
    "what the agent reads is YAML in its turn: $ask",
    ({ text }) => {
      const config: unknown = parse(parse(text).data.config);
      expect(config).toEqual({ nonMasqueradeCIDRs: expect.arrayContaining([expect.any(String)]) });
    },
  );
});

describe("JSON", () => {
  test.each(inLanguage("json"))("is what dockerd takes: $ask", ({ text }) => {
    const { bip, ...rest } = JSON.parse(text);
    expect(rest).toEqual({ "default-address-pools": [{ base: expect.stringMatching(/\/16$/), size: 24 }] });
    if (text.includes("bip")) expect(bip).toMatch(/\.1\/24$/);
  });
});

describe("shell", () => {
  const lines = inLanguage("sh").flatMap(({ text, ask }) => text.split("\n").map((line) => ({ line, ask })));

  test.each(lines)("is one plain command, and reads only what it names: $line", ({ line }) => {
    expect(isShell(line)).toBe(true);
    const [program = "", ...words] = splitShellLine(line);
    expect(["kubectl", "aws", "k3s", "minikube"]).toContain(program);
    expect(words).not.toContain("delete");
  });

  test.each(lines.filter(({ line }) => line.includes(" patch ")))(
    "patches with fields of the API: $line",
    ({ line }) => {
      const words = splitShellLine(line);
      const patch = JSON.parse(words[words.indexOf("-p") + 1] ?? "");
      expect(words.slice(1, 3)).toEqual(["patch", expect.stringMatching(/^(service|configmap)$/)]);
      const object = { apiVersion: "v1", kind: words[2] === "service" ? "Service" : "ConfigMap", ...patch };
      expect(throughTheApi(object)).toEqual(object);
    },
  );

  test.each(lines.filter(({ line }) => line.includes(" annotate ")))(
    "annotates with a valid key: $line",
    ({ line }) => {
      const [key = "", ...value] = splitShellLine(line).at(-1)?.split("=") ?? [];
      // Labels and annotations: a DNS subdomain, a slash, and at most 63 characters.
      expect(key).toMatch(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?\/[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/);
      expect(value).toHaveLength(1);
    },
  );

  test.each(lines.filter(({ line }) => line.startsWith("aws")))("is in the AWS CLI's short form: $line", ({ line }) => {
    const words = splitShellLine(line);
    expect(words.slice(0, 5)).toEqual(["aws", "ec2", "authorize-security-group-ingress", "--group-id", "GROUP_ID"]);
    expect(words[5]).toBe("--ip-permissions");
    expect(words[6]).toMatch(
      /^IpProtocol=tcp,FromPort=(\d+|PORT),ToPort=\1(,IpRanges=\[\{CidrIp=[\d./]+\}(,\{CidrIp=[\d./]+\})*\])?(,Ipv6Ranges=\[\{CidrIpv6=[\da-f:/]+\}(,\{CidrIpv6=[\da-f:/]+\})*\])?$/,
    );
    expect(words).toHaveLength(7);
  });
});

describe("nginx", () => {
  test.each(inLanguage("nginx"))(
    "has only directives of the realip module, each with its arguments: $ask",
    ({ text }) => {
      for (const line of text.split("\n"))
        expect(line).toMatch(/^(set_real_ip_from [\da-f.:]+\/\d+|real_ip_header [A-Za-z-]+|real_ip_recursive on);$/);
    },
  );
});
