/** A language that an answer can be translated to, by its ISO 639-1 code, and what it is called in English. */
export const languageNames = {
  de: "German",
  es: "Spanish",
  fr: "French",
  it: "Italian",
  ja: "Japanese",
  ko: "Korean",
  nl: "Dutch",
  pl: "Polish",
  pt: "Portuguese",
  ru: "Russian",
  zh: "Chinese",
} as const;

export type Language = keyof typeof languageNames;

/** Words that nearly every sentence of a language has. A word of several languages stands in each and decides nothing alone. */
const functionWords = (
  [
    [
      undefined,
      "the is are and of to in for from we our not what why which this that it with does how can have on be i my you",
    ],
    [
      "de",
      "der die das und ist nicht ein eine einer wir ich von aus mit für auf warum welche welcher wie kann wird werden sind im dem den zu bei unser unsere",
    ],
    [
      "es",
      "el los las y es una un no por qué para con del desde nuestro nuestra cómo cuál está son que de la en se al podemos tengo",
    ],
    [
      "fr",
      "le les et est une un des du pas pour dans avec nous notre pourquoi quelle quel cette ce sont que de la sur depuis je il au vers",
    ],
    [
      "it",
      "il gli e è una un non per perché con della dei del nostro nostra quale come questo questa sono che di la da nel alla dal",
    ],
    [
      "nl",
      "de het een en is niet van waarom welke met voor wij we onze dit deze zijn uit op hoe kan wordt bij naar ik",
    ],
    ["pl", "i jest nie się na w z do dlaczego jaki jaka jakie czy dla nasz nasze to są od jak ten ta możemy mam po"],
    [
      "pt",
      "o os as e é uma um não por que para com do da dos nosso nossa como qual está são de no na em ao desde temos",
    ],
  ] as const
).map(([language, words]) => ({ language, words: new Set<string>(words.split(" ")) }));

/** A question shows its language soon; a pasted log may be long. In characters. */
const MOST_READ = 4_000;
/** How many known words it takes; a pasted log line with a "de" in it has fewer. */
const FEWEST_WORDS = 3;
/** How much of a text in one script must be written in it, beside the addresses and names that are Latin anywhere. */
const SHARE_OF_SCRIPT = 0.3;

/**
 * The language a text is clearly written in, if it is one that answers are translated to; undefined for English and for
 * whatever is not clear. By the script where that decides, else by counting function words: no more is needed to tell
 * whether somebody wrote in English, and everybody can see why it guessed so. Code and URLs do not count.
 */
export function guessLanguage(text: string): Language | undefined {
  const prose = text
    .slice(0, MOST_READ)
    .toLowerCase()
    .replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`|\b[a-z]{2,10}:\/\/\S*/g, " ");
  return guessByScript(prose) ?? guessByWords(prose);
}

function guessByScript(prose: string): Language | undefined {
  const letters = countOf(prose, /\p{L}/gu);
  const isIn = (pattern: RegExp) => countOf(prose, pattern) > letters * SHARE_OF_SCRIPT;
  if (letters === 0) return undefined;
  if (isIn(/\p{Script=Hangul}/gu)) return "ko";
  if (isIn(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu))
    return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(prose) ? "ja" : "zh";
  // Letters that Russian does not have: another language with the same script, which we do not translate to.
  if (isIn(/\p{Script=Cyrillic}/gu)) return /[іїєґўјљњћђџѓќѕ]/.test(prose) ? undefined : "ru";
  return undefined;
}

function guessByWords(prose: string): Language | undefined {
  const written = prose.match(/\p{L}+/gu) ?? [];
  const scores = functionWords
    .map(({ language, words }) => ({ language, score: written.filter((word) => words.has(word)).length }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scores;
  const english = scores.find(({ language }) => language === undefined)?.score ?? 0;
  if (!best || best.score < FEWEST_WORDS || best.score === second?.score) return undefined;
  return best.score > 2 * english ? best.language : undefined;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
