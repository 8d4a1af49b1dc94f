/** What a model is told, with `{{name}}` for each of its declared inputs. `version` grows with every change of the words. */
export type Prompt = {
  readonly id: string;
  readonly version: number;
  readonly purpose: string;
  readonly inputs: readonly string[];
  readonly body: string;
};

const placeholder = /\{\{\s*([a-z][a-zA-Z]*)\s*\}\}/g;

/** The names of the inputs that a prompt's body asks for, each once. */
export function placeholdersIn(body: string): string[] {
  return [...new Set([...body.matchAll(placeholder)].map((match) => match[1] ?? ""))];
}

/** The body with its inputs put in, in one pass: braces inside a value stay text. Throws on an input that is not given. */
export function fillPrompt(prompt: Prompt, inputs: Readonly<Record<string, string>>): string {
  return prompt.body.replace(placeholder, (_, name: string) => {
    const value = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (value === undefined) throw new Error(`The prompt ${prompt.id} was filled without its input ${name}.`);
    return value;
  });
}
