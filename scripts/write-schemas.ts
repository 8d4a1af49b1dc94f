import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { networksSchema } from "../src/adapters/files/networks-schema.ts";
import { overlayProductSchema, productSchema } from "../src/adapters/files/product-schema.ts";
import { answerRecordSchema } from "../src/contract/answer-record.ts";
import { articleRecordSchema } from "../src/contract/article-record.ts";
import { diagnosisSchema } from "../src/contract/diagnosis-record.ts";
import { errorRecordSchema } from "../src/contract/error-record.ts";
import { explainRequestSchema } from "../src/contract/explain-request.ts";
import { extractRecordSchema, extractRequestSchema } from "../src/contract/extract-record.ts";
import {
  factRecordSchema,
  foundFactListSchema,
  productListSchema,
  productRecordSchema,
} from "../src/contract/knowledge-record.ts";
import { knowledgeReviewSchema } from "../src/contract/knowledge-review-record.ts";
import { overlapRecordSchema } from "../src/contract/overlap-record.ts";
import { scopeRecordSchema } from "../src/contract/scope-record.ts";

/** What goes in is described as it may be written, defaults left out; what comes out as it is printed. */
const taken = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input" });
const given = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "output" });

/** The JSON Schemas (draft 2020-12) of everything a program reads or writes, by the name of their file. */
export function describeContracts(): ReadonlyMap<string, object> {
  return new Map<string, object>([
    ["explain-request", taken(explainRequestSchema)],
    ["extract-request", taken(extractRequestSchema)],
    ["answer-record", given(answerRecordSchema)],
    ["extract-record", given(extractRecordSchema)],
    ["scope-record", given(scopeRecordSchema)],
    ["error-record", given(errorRecordSchema)],
    ["overlap-record", given(overlapRecordSchema)],
    ["knowledge-list", given(productListSchema)],
    ["knowledge-find", given(foundFactListSchema)],
    ["knowledge-show", given(z.union([productRecordSchema, factRecordSchema, articleRecordSchema]))],
    ["knowledge-check", given(knowledgeReviewSchema)],
    ["knowledge-product", taken(productSchema)],
    ["overlay-product", taken(overlayProductSchema)],
    ["overlay-networks", taken(networksSchema)],
    ["doctor", given(z.array(diagnosisSchema))],
  ]);
}

/** The text of a schema's file. */
export function printSchema(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, "..", "schema");
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of describeContracts()) {
    writeFileSync(join(folder, `${name}.schema.json`), printSchema(schema));
  }
}
