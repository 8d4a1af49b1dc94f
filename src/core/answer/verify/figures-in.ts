/** Numbers a text may spell out. "One" is left out: it is a pronoun more often than a number. */
const spelledNumbers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    zero: "0",
    two: "2",
    three: "3",
    four: "4",
    five: "5",
    six: "6",
    seven: "7",
    eight: "8",
    nine: "9",
    ten: "10",
    eleven: "11",
    twelve: "12",
    hundred: "100",
    thousand: "1000",
    million: "1000000",
  }),
);

/**
 * The addresses, ranges, versions, ports and other numbers of a text in one form each: lower case, without the
 * punctuation around them, `v1.29` as `1.29`, `RFC1918` as `1918`, `1,000` as `1000`, "two" as `2`, an IPv4 address
 * apart from its port and the ends of a range apart. Digits of other scripts count and stay as they are.
 */
export function figuresIn(text: string): string[] {
  return figureWords(text).flatMap((word) => spelledNumbers.get(word) ?? writtenFigure(word));
}

/** The same without the numbers that are spelled out, which another language spells in another way. */
export function writtenFiguresIn(text: string): string[] {
  return figureWords(text).flatMap(writtenFigure);
}

/** Scripts that put no space beside a figure, as in `/15から`, and that have no letter which passes for a Latin one or a digit. */
const unspaced = "\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{Script=Hangul}";
const scriptBreak = new RegExp(`(?<=[!-~])(?=[${unspaced}])|(?<=[${unspaced}])(?=[!-~])`, "gu");

function figureWords(text: string): string[] {
  // The look-arounds cost more than all the rest, and hardly a text has such letters.
  const spaced = /[\u1100-\uffff]/.test(text) ? text.replace(scriptBreak, " ") : text;
  const words = joinThousands(spaced.toLowerCase()).match(/[\p{L}\p{N}:./_'-]+/gu) ?? [];
  return words.map(trimPunctuation).flatMap(splitPair);
}

function writtenFigure(word: string): string[] {
  return isFigure(word) ? [word.replace(/^(?:v|rfc-?)(?=\d)/, "")] : [];
}

/** Also what a text's figures imply: whoever says 100.64.0.0/15 has said "a /15". */
export function figuresImpliedBy(text: string): string[] {
  return figuresIn(text).flatMap((figure) => [figure, ...(/(?<=[\d:])\/\d+$/.exec(figure) ?? [])]);
}

function isFigure(word: string): boolean {
  return /\p{N}/u.test(word) || /^[0-9a-f]*::/.test(word);
}

function joinThousands(text: string): string {
  return text.replace(/(?<![\d.,/:-])\d{1,3}(?:,\d{3})+(?![\d/:]|[,.]\d)/g, (number) => number.replaceAll(",", ""));
}

/**
 * Takes the sentence's punctuation off and leaves what belongs to a figure: `::1`, `fd00::`, `/15`. The look-behind makes
 * a long run of punctuation be read once and not once from each of its places.
 */
function trimPunctuation(word: string): string {
  return word
    .replace(/^(?:[._'-]|:(?!:)|\/(?!\d))+/, "")
    .replace(/'s$/, "")
    .replace(/(?<![._'/:-])[._'/:-]+$/, (run) => (run.startsWith("::") ? "::" : ""));
}

/** `10.32.0.10:53` and `localhost:8080` name a port too; `10.0.0.5-20` names both ends. IPv6 has more than one colon. */
function splitPair(word: string): string[] {
  const pair = /^([^:/]+):(\d{1,5})$/.exec(word) ?? /^(\d[\d.]*)-(\d[\d.]*)$/.exec(word);
  return pair ? pair.slice(1) : [word];
}
