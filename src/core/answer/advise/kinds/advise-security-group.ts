import { type Cidr, formatCidr } from "../../../network/cidr.ts";
import type { Situation } from "../../select/situation.ts";
import type { Advice } from "../advice.ts";
import { allowedSources, sayAllowed } from "../allowed-peers.ts";
import { documentedForm } from "../documented-form.ts";
import { roleOf } from "../role-of.ts";

const MOST_SOURCES = 6;
const onAws = /\b(?:aws|amazon|ec2|eks|rds|vpc|elb|[an]lb)\b/i;

/** The AWS CLI line that lets the named sources into a security group, on the port the thread names. */
export function adviseSecurityGroup(situation: Situation): Advice | undefined {
  const { reading, knowledge } = situation;
  if (!/\bsecurity ?groups?\b/i.test(reading.text) || !onAws.test(reading.text)) return undefined;
  const allowed = allowedSources(situation);
  const isService = allowed?.subjects.some((subject) => roleOf(situation, subject) === "service");
  if (!allowed || isService || allowed.cidrs.length > MOST_SOURCES) return undefined;
  const documented = documentedForm(knowledge, [
    "aws-security-group-rules#`CidrIp`",
    "aws-security-group-rules#--group-id",
  ]);
  const [port, ...others] = new Set(reading.entities.ports.map(({ value }) => value));
  const known = others.length === 0 ? port : undefined;
  return (
    documented && {
      text: "This adds to what the group lets in already:",
      code: { command: command(allowed.cidrs, known) },
      sets: ["authorize-security-group-ingress", "--group-id", "--ip-permissions", "CidrIp"],
      values: sayAllowed(allowed.cidrs, known),
      documented,
    }
  );
}

function command(cidrs: readonly Cidr[], port: number | undefined): string {
  const at = port ?? "PORT";
  const families = [list("IpRanges", "CidrIp", cidrs, 4), list("Ipv6Ranges", "CidrIpv6", cidrs, 6)].filter(Boolean);
  const permission = ["IpProtocol=tcp", `FromPort=${at}`, `ToPort=${at}`, ...families].join(",");
  return `aws ec2 authorize-security-group-ingress --group-id GROUP_ID --ip-permissions '${permission}'`;
}

/** The short form of the AWS CLI; an empty list is left out. */
function list(name: string, key: string, cidrs: readonly Cidr[], family: 4 | 6): string {
  const own = cidrs.filter(({ address }) => address.family === family);
  return own.length > 0 ? `${name}=[${own.map((cidr) => `{${key}=${formatCidr(cidr)}}`).join(",")}]` : "";
}
