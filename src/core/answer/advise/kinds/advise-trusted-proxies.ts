import { type AddressBlock, mergeBlocks } from "../../../network/address-set.ts";
import { formatCidr } from "../../../network/cidr.ts";
import { extentOf, type Subject } from "../../../question/subject.ts";
import type { Situation } from "../../select/situation.ts";
import type { Advice } from "../advice.ts";
import { documentedForm } from "../documented-form.ts";
import { wantsClientAddress } from "../wants-client-address.ts";

const MOST_PROXIES = 6;

/** Words that make the next address a proxy's: "behind HAProxy at 10.0.0.5", "our load balancers are 10.0.0.5 and 10.0.0.6". */
const isProxys =
  /\b(?:(?:reverse |ha)?prox(?:y|ies)|load ?balancers?|lbs?)(?:'s?)?(?:[ -](?:servers?|hosts?|ips?|address(?:es)?|ranges?|subnets?|networks?|is|are|in|at|on|of|runs?|running|it|there|has|have|and|or|with|the))*[\s:=(`"',]*(?:[\d.:a-f/]+[\s`"',]+(?:(?:and|or)\s+)?)*$/i;

/** nginx told which proxies it may believe, where the thread says their addresses. */
export function adviseTrustedProxies(situation: Situation): Advice | undefined {
  const { reading, subjects, knowledge } = situation;
  const [server] = reading.products.filter(({ product }) => product === "nginx" || product === "ingress-nginx");
  // What is set already is not the remedy.
  if (server?.product !== "nginx" || /set_real_ip_from/.test(reading.text) || !wantsClientAddress(situation))
    return undefined;
  const proxies = subjects.flatMap(({ subject }): AddressBlock[] =>
    isNamedProxy(reading.text, subject) ? [extentOf(subject)] : [],
  );
  const cidrs = mergeBlocks(proxies).map(formatCidr);
  const documented = documentedForm(knowledge, ["nginx/trusted", "nginx/header", "nginx/recursive"]);
  if (cidrs.length === 0 || cidrs.length > MOST_PROXIES || !documented) return undefined;
  return {
    text: "Only these proxies are believed; everyone else's header is ignored:",
    code: {
      snippet: {
        language: "nginx",
        text: [
          ...cidrs.map((cidr) => `set_real_ip_from ${cidr};`),
          "real_ip_header X-Forwarded-For;",
          "real_ip_recursive on;",
        ].join("\n"),
      },
    },
    sets: ["set_real_ip_from", "real_ip_header", "real_ip_recursive"],
    values: `The proxies, by the question: ${cidrs.join(", ")}.`,
    documented,
  };
}

function isNamedProxy(text: string, { written, kind }: Subject): boolean {
  const at = text.indexOf(written);
  const isMasked = kind === "block" && !written.includes("/");
  return at >= 0 && !isMasked && isProxys.test(text.slice(Math.max(0, at - 120), at));
}
