import { stripTypeScriptTypes } from "node:module";

/** Jest's transform: what `node file.ts` does, so that tests run the very code that ships. */
export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) };
