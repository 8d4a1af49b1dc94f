import type { SqlDialect } from "./sql-database.ts";

/**
 * Every statement of the store. A job is free when `available_at` has come: enqueue sets it to now, a claim and a renewal
 * to the end of the lease, a retry to its due time. So a lease that runs out needs nobody to notice it.
 */
export function writeJobStatements({ now, skipLocked }: SqlDialect) {
  /** The fence: nothing happens once a later attempt holds the job or it has ended. */
  const stillOurs = "where id = $1 and attempt = $2 and finished_at is null returning id";
  return {
    enqueue: `insert into explain_ip_job (id, state, question, attempt, accepted_at, available_at)
      values ($1, 'accepted', $2, 0, ${now}, ${now}) on conflict (id) do nothing returning id`,
    claim: `update explain_ip_job set attempt = attempt + 1, available_at = ${now} + $1
      where id = (select id from explain_ip_job where finished_at is null and available_at <= ${now}
        order by available_at, id limit 1 ${skipLocked})
      returning question, attempt, state, answer, ${now} - accepted_at as age_ms`,
    renew: `update explain_ip_job set available_at = ${now} + $3 ${stillOurs}`,
    saveAnswer: `update explain_ip_job set state = 'answered', answer = $3 ${stillOurs}`,
    beginPosting: `update explain_ip_job set state = 'posting' ${stillOurs}`,
    finish: `update explain_ip_job set state = 'done', reply = $3, finished_at = ${now} ${stillOurs}`,
    retryLater: `update explain_ip_job set available_at = ${now} + $3, reason = $4 ${stillOurs}`,
    giveUp: `update explain_ip_job set state = 'failed', reason = $3, finished_at = ${now} ${stillOurs}`,
    prune: `delete from explain_ip_job where finished_at < ${now} - $1 returning id`,
    countByState: "select state, count(*) as count from explain_ip_job group by state",
    ping: "select 1 as alive",
  } as const;
}
