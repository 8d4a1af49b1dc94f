/** What this surface needs of a logger; a pino logger fits. Details never hold message text, tokens or reply addresses. */
export type SlackLog = {
  readonly info: (details: object, message: string) => void;
  readonly warn: (details: object, message: string) => void;
  readonly error: (details: object, message: string) => void;
};
