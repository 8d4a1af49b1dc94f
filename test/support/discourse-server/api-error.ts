/** Discourse's error bodies, with its English words. */
export type ApiError = { readonly status: number; readonly body: object };

const NO_ACCESS = "You are not permitted to view the requested resource.";

export const INVALID_KEY: ApiError = {
  status: 403,
  body: { errors: [`${NO_ACCESS} The API username or key is invalid.`], error_type: "invalid_access" },
};

export const NO_WHISPERS: ApiError = {
  status: 403,
  body: { errors: ["You are not allowed to whisper."], error_type: "invalid_access" },
};

export const NOT_FOUND: ApiError = {
  status: 404,
  body: { errors: ["The requested URL or resource could not be found."], error_type: "not_found" },
};

export function invalidPost(error: string): ApiError {
  return { status: 422, body: { action: "create_post", errors: [error] } };
}

export function rateLimited(waitSeconds: number): ApiError {
  const error = `You’ve performed this action too many times. Please wait ${waitSeconds} seconds before trying again.`;
  return {
    status: 429,
    body: {
      errors: [error],
      error_type: "rate_limit",
      extras: { wait_seconds: waitSeconds, time_left: `${waitSeconds} seconds` },
    },
  };
}
