import { settingNames } from "../../knowledge/place-settings.ts";
import { toDecider } from "../deciding-fact.ts";
import type { ClientTrace, Hop } from "../hop.ts";
import { tellClient } from "../tell-walk.ts";
import type { Walk } from "../walk.ts";
import { sayChange } from "../what-if.ts";
import type { Drawing, DrawnNote, DrawnPacket, DrawnPlace, DrawnRewrite } from "./drawing.ts";
import { nameEnd, writeEnd } from "./name-end.ts";
import { tellDrawing } from "./tell-drawing.ts";

/** A walk as a drawing; `under` says in a clause of what place, where that is asked about: "With …". */
export function drawWalk(walk: Walk, under?: string): Drawing {
  const { hops } = walk;
  const way = `From the ${hops[0]?.label} to the ${hops.at(-1)?.label}`;
  return {
    title: under ? `${way}. ${under}` : way,
    alt: tellDrawing(walk),
    steps: hops.flatMap((hop, i) => [...serviceBefore(hop), drawPlace(hop, i, walk), ...packetAfter(i, walk)]),
    notes: [...noteReplies(walk), ...noteClient(walk), ...noteSettings(walk)],
  };
}

/** The Service stands before the place that knows its pods, although no packet ever reaches a machine of that address. */
function serviceBefore({ rewrites }: Hop): DrawnPlace[] {
  const isPicked = rewrites.some(({ end, from }) => end === "destination" && from.role === "service");
  const remarks = ["only an address: the place below picks a pod for it"];
  return isPicked ? [{ kind: "virtual", name: "Service", remarks, rewrites: [] }] : [];
}

function drawPlace(hop: Hop, i: number, walk: Walk): DrawnPlace {
  const isEnd = i === 0 || i === walk.hops.length - 1;
  return {
    kind: isEnd ? "end" : "between",
    name: hop.label,
    remarks: [
      ...(hop.connection === "new" ? ["opens a connection of its own"] : []),
      ...tracesOf(hop, walk).map((trace) => tellTrace(trace, walk)),
      ...(hop.repliesBypass ? ["replies do not come by here"] : []),
    ],
    rewrites: hop.rewrites.map(
      ({ end, from, to }): DrawnRewrite => ({ end, from: nameEnd(from, walk), to: nameEnd(to, walk, true) }),
    ),
    ...(i === walk.hops.length - 1 ? { sees: nameEnd(walk.receiverSees, walk) } : {}),
  };
}

function tellTrace({ carrier, names, tells }: ClientTrace, walk: Walk): string {
  const told = writeEnd(nameEnd(tells, walk));
  return carrier === "header" ? `writes into ${names.join(" and ")}: ${told}` : `tells by the PROXY protocol: ${told}`;
}

/** What this hop tells of its caller; of several hops of one kind it is the one decided by the same product. */
function tracesOf(hop: Hop, { hops, clientIn }: Walk): readonly ClientTrace[] {
  return clientIn.filter(({ putBy, decidedBy }) => {
    const alike = hops.filter(({ at, decidedBy: facts }) => at === putBy && facts.length > 0);
    const own = alike.find(({ decidedBy: facts }) => facts.some(({ product }) => product === decidedBy.product));
    return hop === (own ?? alike[0]);
  });
}

function packetAfter(i: number, walk: Walk): DrawnPacket[] {
  const hop = walk.hops[i];
  if (!hop || i === walk.hops.length - 1) return [];
  const { source, destination } = hop.after;
  const isNew = (wanted: "source" | "destination") => hop.rewrites.some(({ end }) => end === wanted);
  return [
    {
      kind: "packet",
      source: nameEnd(source, walk, isNew("source")),
      destination: nameEnd(destination, walk, isNew("destination")),
    },
  ];
}

function noteReplies(walk: Walk): DrawnNote[] {
  const { replies } = walk;
  const answers = replies.at(-1)?.after.source;
  if (!answers) return [];
  const way = replies.map(({ label }) => label).join(" → ");
  const undone = replies.some(({ rewrites }) => rewrites.length > 0)
    ? `. What was rewritten is put back, so that the answer comes from the address that was called: ${writeEnd(nameEnd(answers, walk))}.`
    : ".";
  return [{ heading: "The way back", text: `${way}${undone}` }];
}

function noteClient(walk: Walk): DrawnNote[] {
  const told = tellClient(walk);
  return told ? [{ heading: "Where the client’s address is", text: told.text.replaceAll("`", "") }] : [];
}

/** A picture of how places are mostly set up must say which settings it depends on. */
function noteSettings({ place, decidedBy, clientIn }: Walk): DrawnNote[] {
  const facts = [...decidedBy, ...clientIn.map((trace) => trace.decidedBy)];
  const conditions = facts.flatMap(toDecider).map(({ claim }) => claim.under ?? {});
  const bearing = settingNames.filter((name) => conditions.some((under) => name in under));
  if (bearing.length === 0) return [];
  const assumed = sayChange(Object.fromEntries(bearing.map((name) => [name, place[name]])));
  return [{ heading: "Assumed settings", text: `${assumed.replaceAll("`", "")}.` }];
}
