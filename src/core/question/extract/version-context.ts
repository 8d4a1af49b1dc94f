import { isAsciiLetter, isDigit, SLASH } from "./character-classes.ts";
import { wordAfter, wordBefore } from "./look-around.ts";

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

/** Product tokens of user agents (RFC 9110, section 10.1.5), whose versions look like addresses: `Chrome/120.0.0.0`. */
const userAgentTokens = new Set([
  ..."chrome chromium headlesschrome crios edg edga edgios opr opera opx vivaldi yabrowser brave safari firefox fxios".split(
    " ",
  ),
  ..."applewebkit gecko trident version mozilla msie electron samsungbrowser ucbrowser whale mobile android webkit".split(
    " ",
  ),
  ..."dalvik instagram fban fbav slack teams thunderbird outlook curl wget okhttp".split(" "),
]);

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
  if (isUserAgentVersion(text, start)) return "the version of a product in a user agent";
  const announced = findAnnouncement(text, start);
  if (announced !== undefined) return `a version number: "${announced}" stands before it`;
  if (hasVersionSuffix(text, end)) return "a version number: a release suffix follows";
  const after = wordAfter(text, end).word;
  if (after === "version" || after === "release") return `a version number: "${after}" follows`;
  return undefined;
}

function isUserAgentVersion(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== SLASH) return false;
  let from = start - 1;
  while (from > 0 && start - from < 24 && isAsciiLetter(text.charCodeAt(from - 1))) from -= 1;
  return userAgentTokens.has(text.slice(from, start - 1).toLowerCase());
}

const MOST_WORDS = 6;

function findAnnouncement(text: string, start: number): string | undefined {
  let at = start;
  let onlyLinks = true;
  let afterTo = false;
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const near = wordBefore(text, at);
    if (near.word === "") return undefined;
    if (onlyLinks && announces(near.word)) return near.word;
    if (count === 0 && softwareNames.has(near.word) && text.charAt(start - 1) !== "/") return near.word;
    if (afterTo && upgradeWords.has(near.word)) return near.word;
    if (count === 0) afterTo = near.word === "to" || near.word === "from";
    onlyLinks &&= links.has(near.word);
    if (!onlyLinks && !afterTo) return undefined;
    at = near.start;
  }
  return undefined;
}

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
