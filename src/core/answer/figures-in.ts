/**
 * The addresses, ranges, versions, ports and other numbers of a text, each as it is written, without the punctuation of
 * the sentence around it. Two texts say the same figures when these lists hold the same words.
 */
export function figuresIn(text: string): string[] {
  return (text.toLowerCase().match(/[0-9a-z:./_-]+/g) ?? [])
    .map((word) => word.replace(/^[.:/_-]+|[.:/_-]+$/g, ""))
    .filter((word) => /\d/.test(word) || /^[0-9a-f]*::/.test(word))
    .map((word) => word.replace(/^v(?=\d)/, ""));
}
