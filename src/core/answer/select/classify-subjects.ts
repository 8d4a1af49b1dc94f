import { rangeOf, rangesOverlap } from "../../network/address-range.ts";
import { firstAddress } from "../../network/cidr.ts";
import { classify } from "../../network/classify.ts";
import type { Registry } from "../../network/registry.ts";
import { extentOf, holdsSubject, type Subject } from "../../question/subject.ts";
import type { ClassifiedSubject } from "./situation.ts";

/** Gives each subject the registry's verdict, and says whether one row holds for all of a block. */
export function classifySubjects(subjects: readonly Subject[], registry: Registry): ClassifiedSubject[] {
  return subjects.map((subject) => {
    const verdict = classify(firstAddress(subject.block), registry);
    const { decidedBy } = verdict;
    const isUniform = decidedBy
      ? holdsSubject(decidedBy.cidr, subject)
      : !registry.rows.some((row) => rangesOverlap(rangeOf(row.cidr), extentOf(subject)));
    return { subject, verdict, isUniform };
  });
}
