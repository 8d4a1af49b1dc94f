/**
 * The import law: who may know whom. Each rule's comment says why it exists and what to do instead;
 * read it when `npm run check:imports` stops you.
 */
const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

/** Inside core the floors are a pipeline: a floor may use those before it, never those after it. */
const floors = ["network", "question", "knowledge", "evidence", "path", "answer"];
const floorRules = floors.map((floor, i) =>
  rule(
    `core-${floor}-looks-down`,
    `core/${floor} uses only the floors before it (${floors.slice(0, i).join(", ") || "none"}). ` +
      "If you need something from a later floor, it belongs to an earlier one, or the caller should pass it in.",
    { path: `^src/core/${floor}/` },
    { path: `^src/core/(${floors.slice(i + 1).join("|") || "nothing"})/` },
  ),
);

/** Where each package is used. What it does is reached through that place, so that it can be replaced there. */
const homes = {
  yaml: "^src/adapters/files/",
  pg: "^src/adapters/database/",
  "@kubernetes/client-node": "^src/adapters/kubernetes/",
  openai: "^src/adapters/model/",
  ky: "^src/surfaces/discourse/",
  fastify: "^src/surfaces/http/",
  "@fastify/helmet": "^src/surfaces/http/",
  "@slack/bolt": "^src/surfaces/slack/",
  "@slack/web-api": "^src/surfaces/slack/",
  "@modelcontextprotocol/server": "^src/surfaces/mcp/",
  "@resvg/resvg-js": "^src/adapters/image/",
  pino: "^src/[^/]+\\.ts$",
};
const homeRules = Object.entries(homes).map(([name, home]) =>
  rule(
    `${name.replace(/^@/, "").replace("/", "-")}-has-one-home`,
    `${name} is used in ${home} alone. Use what that place exports, or move your code there.`,
    { path: "^src/", pathNot: home },
    { path: `^node_modules/${name}/` },
  ),
);

export default {
  forbidden: [
    rule(
      "no-circles",
      "Two files that need each other are one thing, or hide a third. Move what both use into a file of its own. Types count.",
      {},
      { circular: true },
    ),
    rule(
      "core-is-pure",
      "core thinks; it does not touch the world. No packages, no node: modules, no adapters: pass the data in. " +
        "This is what makes every answer reproducible and testable without a mock.",
      { path: "^src/core/" },
      { pathNot: "^src/core/" },
    ),
    ...floorRules,
    rule(
      "adapters-and-surfaces-never-meet",
      "A surface receives and renders; an adapter talks to an outside system. app.ts joins them by passing functions.",
      { path: "^src/surfaces/" },
      { path: "^src/adapters/" },
    ),
    rule(
      "adapters-know-no-surface",
      "An adapter talks to one outside system for whoever asks. app.ts joins it with a surface.",
      { path: "^src/adapters/" },
      { path: "^src/surfaces/" },
    ),
    rule(
      "surfaces-share-nothing",
      "Slack, Discourse, HTTP and the command line may each change without the others noticing. What they share is core.",
      { path: "^src/surfaces/([^/]+)/" },
      { path: "^src/surfaces/", pathNot: "^src/surfaces/$1/" },
    ),
    rule(
      "adapters-share-nothing",
      "One folder per outside system; what two of them share is core, or errors.ts.",
      { path: "^src/adapters/([^/]+)/" },
      { path: "^src/adapters/", pathNot: "^src/adapters/$1/" },
    ),
    rule(
      "jobs-know-no-outside",
      "The worker gets its store and its deliveries as functions; it knows neither databases nor surfaces, and needs no package.",
      { path: "^src/jobs/" },
      { path: "^(src/(adapters|surfaces)|node_modules)/" },
    ),
    rule(
      "contract-is-core-in-print",
      "The contract says how core's types look to programs outside: it needs core, errors.ts and zod. " +
        "What reads a file or answers a request belongs to an adapter or a surface.",
      { path: "^src/contract/" },
      { pathNot: "^(src/(contract|core)/|src/errors\\.ts$|node_modules/zod/)" },
    ),
    rule(
      "contract-is-for-surfaces",
      "Surfaces print records. An adapter or a job that speaks in records would bind what is inside to what is promised outside.",
      { path: "^src/(adapters|jobs)/" },
      { path: "^src/contract/" },
    ),
    rule(
      "rooms-do-not-know-the-house",
      "The files directly below src/ put the rooms together. A room that imports one of them could not be used without the whole; " +
        "errors.ts is the one thing all share.",
      { path: "^src/(adapters|surfaces|jobs)/" },
      { path: "^src/[^/]+\\.ts$", pathNot: "^src/(errors|config|app|main)\\.ts$" },
    ),
    ...homeRules,
    rule(
      "only-main-imports-app",
      "app.ts is the composition root. Whoever imports it depends on everything.",
      { pathNot: "^src/main\\.ts$" },
      { path: "^src/app\\.ts$" },
    ),
    rule(
      "nobody-imports-main",
      "main.ts is where the process starts; importing it would start it.",
      {},
      { path: "^src/main\\.ts$" },
    ),
    rule(
      "config-is-read-at-the-edge",
      "config.ts is handed out by app.ts and main.ts as plain values; a module that reads configuration cannot be reused.",
      { path: "^src/(adapters|surfaces|jobs)/" },
      { path: "^src/config\\.ts$" },
    ),
    rule(
      "src-does-not-import-test",
      "What ships never needs what tests need. What both use belongs in src.",
      { path: "^src/" },
      { path: "^test/" },
    ),
    rule(
      "no-undeclared-packages",
      "Every package that is imported is named in package.json, and src uses no devDependency.",
      { path: "^src/" },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown", "unknown"] },
    ),
    rule(
      "no-orphans",
      "A file nobody imports is dead: delete it, or say in main who needs it. What the page sends to browsers is read, not imported.",
      { orphan: true, path: "^src/", pathNot: "^src/(main\\.ts$|surfaces/http/page/assets/)" },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types"],
    },
  },
};
