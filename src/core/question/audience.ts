/** Who will read the reply. An audience that is not known counts as `public-forum`. */
export type Audience = "public-forum" | "shared-channel" | "internal-channel" | "direct-message" | "local";
