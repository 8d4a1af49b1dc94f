import { isAsciiLetter, isDigit } from "./character-classes.ts";
import { wordAfter, wordBefore, wordsBefore } from "./look-around.ts";
import { findSoftwareNotation } from "./software-notation.ts";
import { startsUnlikeVersion } from "./special-blocks.ts";

const MOST_WORDS = 6;
const LONGEST_QUAD = 15;

/** Words that announce a version number. A word that ends in "version" (FileVersion, app_version) counts as well. */
const versionWords = new Set([
  ..."v ver vers version versions release releases released build builds firmware revision rev patch tag tags".split(
    " ",
  ),
  ..."hotfix bios chart sdk jdk jre kernel driver drivers changelog semver".split(" "),
]);

/** Software that people name with a dotted version of four parts directly behind it. */
const softwareNames = new Set([
  ..."oracle windows chrome chromium edge firefox safari opera brave vivaldi java openssl odoo acrobat esxi vcenter".split(
    " ",
  ),
  ..."dotnet nuget assembly mysql mariadb postgres postgresql weblogic websphere tomcat sqlserver nvidia cuda".split(
    " ",
  ),
]);

/** Software whose versions are written short, `1.29.x` or `18.x`: they say nothing about four octets, since they have addresses too. */
const shortlyVersioned = new Set([
  ..."node nodejs python php ruby go golang k8s kubernetes helm angular spring django istio cilium calico debian ubuntu".split(
    " ",
  ),
  ..."centos rhel fedora macos ios android linux docker terraform rancher openshift ocp vsphere ansible gradle maven mongodb".split(
    " ",
  ),
  ..."redis elasticsearch kafka nginx envoy traefik haproxy perl rust swift kotlin scala typescript react vue rails laravel".split(
    " ",
  ),
  ..."flannel k3s rke2 eks gke aks metallb coredns etcd containerd cri-o kubeadm kubespray talos keycloak grafana".split(
    " ",
  ),
]);

/** Why one to three dotted numbers, some perhaps masked, are a version; undefined when nothing around them says so. */
export function findShortVersionContext(text: string, start: number, end: number): string | undefined {
  const before = wordBefore(text, start).word;
  if (shortlyVersioned.has(before)) return `a version: "${before}" stands before it`;
  return findVersionContext(text, start, end);
}

/** Words that may stand between the announcing word and the number. */
const links = new Set(
  "is was are number no nr to from of at the and or installed running current latest new old".split(" "),
);

const upgradeWords = new Set(
  "upgrade upgraded upgrades upgrading downgrade downgraded downgrading bump bumped bumping rollback rolled".split(" "),
);

/** Software is updated, and so are records of addresses. */
const updateWords = new Set("update updated updates updating".split(" "));
const addressWords = new Set(
  "ip ips address addresses record records dns subnet route host node config gateway a".split(" "),
);
const speaksOfAddresses = (text: string, start: number): boolean =>
  wordsBefore(text, start, MOST_WORDS).some((word) => addressWords.has(word));

const wordsBehind = new Set("version release hotfix firmware snapshot".split(" "));

const suffixWords = new Set([
  ..."alpha beta rc snapshot release ga final pre preview dev canary nightly stable lts hotfix patch build post sp".split(
    " ",
  ),
  ..."ubuntu debian deb el rhel amzn alpine windowsservercore nanoserver eks gke k3s rke rke2 jre jdk linux windows".split(
    " ",
  ),
]);

/**
 * Why the four-part number at `[start, end)` is a version and no address; undefined when nothing around it says so.
 * Only words in the same clause count.
 */
export function findVersionContext(text: string, start: number, end: number): string | undefined {
  const notation = findSoftwareNotation(text, start);
  if (notation !== undefined) return notation;
  const announced = findAnnouncement(text, start);
  if (announced !== undefined) return `a version number: "${announced}" stands before it`;
  if (hasVersionSuffix(text, end)) return "a version number: a release suffix follows";
  const after = wordAfter(text, end).word;
  if (wordsBehind.has(after)) return `a version number: "${after}" follows`;
  return undefined;
}

/** The word that announces a version: directly, past words that link, or a verb of upgrading before "to" or "from". */
function findAnnouncement(text: string, start: number): string | undefined {
  const first = wordBefore(text, start);
  const isUnlike = startsUnlikeVersion(text.slice(start, start + LONGEST_QUAD));
  if (softwareNames.has(first.word) && !isUnlike && text.charAt(start - 1) !== "/") return first.word;
  const isTarget = !isUnlike && (first.word === "to" || first.word === "from");
  let onlyLinks = true;
  let near = first;
  for (let count = 0; count < MOST_WORDS && near.word !== "" && (onlyLinks || isTarget); count += 1) {
    if (onlyLinks && announces(near.word)) return near.word;
    if (isTarget && upgrades(near.word, text, start)) return near.word;
    onlyLinks &&= links.has(near.word);
    near = wordBefore(text, near.start);
  }
  return undefined;
}

const upgrades = (word: string, text: string, start: number): boolean =>
  upgradeWords.has(word) || (updateWords.has(word) && !speaksOfAddresses(text, start));

const announces = (word: string): boolean => versionWords.has(word) || word.endsWith("version");

function hasVersionSuffix(text: string, end: number): boolean {
  const sign = text.charAt(end);
  if (sign !== "-" && sign !== "+" && sign !== "_" && sign !== "~") return false;
  let to = end + 1;
  while (to - end < 24 && isDigit(text.charCodeAt(to))) to += 1;
  if (to === end + 1) return suffixWords.has(lettersAt(text, to));
  return sign === "+" || suffixWords.has(lettersAt(text, to)) || suffixWords.has(lettersAt(text, to + 1));
}

function lettersAt(text: string, position: number): string {
  let to = position;
  while (to - position < 24 && isAsciiLetter(text.charCodeAt(to))) to += 1;
  return text.slice(position, to).toLowerCase();
}
