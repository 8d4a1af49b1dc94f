import { toAnswerRecord } from "../../contract/answer-record.ts";
import { type EntityNames, toEntityNames } from "../../contract/entity-names.ts";
import { explainRequestSchema } from "../../contract/explain-request.ts";
import { extractRequestSchema } from "../../contract/extract-record.ts";
import { readContract } from "../../contract/read-contract.ts";
import { toScopeRecord } from "../../contract/scope-record.ts";
import { parseAddress } from "../../core/network/address.ts";
import { classify } from "../../core/network/classify.ts";
import type { Registry } from "../../core/network/registry.ts";
import { extractEntities } from "../../core/question/extract-entities.ts";
import type { CommandIo } from "./command-io.ts";
import { badLine, mapLines, parseJsonLine } from "./map-lines.ts";
import type { Explain } from "./run-explain.ts";

/** `explain-ip batch`: one question a line in, one answer a line out. */
export function runBatch(io: CommandIo, explain: Explain): Promise<void> {
  return mapLines(io, async (line) => {
    const request = readContract(explainRequestSchema, parseJsonLine(line));
    const { answer, entities } = await explain(request);
    return toAnswerRecord(request.id, answer, entities);
  });
}

/** `explain-ip extract`: what each text names, in canonical form. */
export function runExtract(io: CommandIo, productsIn: (text: string) => readonly string[]): Promise<void> {
  return mapLines(io, (line) => {
    const { id, text } = readContract(extractRequestSchema, parseJsonLine(line));
    const entities: EntityNames = toEntityNames(extractEntities(text), productsIn(text));
    return { ...(id === undefined ? {} : { id }), entities };
  });
}

/** `explain-ip classify`: the registry's verdict on each address. */
export function runClassify(io: CommandIo, registry: Registry): Promise<void> {
  return mapLines(io, (line) => {
    const address = parseAddress(line.trim());
    if (address) return toScopeRecord(classify(address, registry));
    const shown = JSON.stringify(line.trim().slice(0, 60));
    throw badLine(`${shown} is not an IPv4 or IPv6 address.`, "Write one address a line, as in 100.64.1.2 or fd00::1.");
  });
}
