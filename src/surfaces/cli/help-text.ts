export const helpText = `explain-ip explains the addresses in a networking question, each statement with its source.

  explain-ip "<question or address>"   the answer
      --json               as one JSON object
      --provider ID        the product it runs on, as in \`knowledge list\`
      --thread FILE        earlier messages: a JSON array of texts, or texts separated by lines of ---
      --explain-silence    as if overheard: would the bot speak, and why
      --save FOLDER        writes the question, what the cluster said and the answer into a new folder: a test
      --svg FILE, --png FILE   draws the flow that the question names, hop by hop
  explain-ip batch     < questions.jsonl  > answers.jsonl
  explain-ip extract   < snippets.jsonl   > entities.jsonl
  explain-ip classify  < addresses.txt    > scopes.jsonl
  explain-ip overlap CIDR CIDR ...     collisions, with the internal ranges of known products too [--json]
  explain-ip knowledge check | list | stats | show ID | find ADDRESS [--product ID] [--json]
  explain-ip knowledge diff OLD_FOLDER   facts that came, went or changed, and golden questions with another answer
      --golden FOLDER      golden questions to ask, in place of test/golden [--json]
  explain-ip serve                     the bot: page, API, Slack, Discourse
  explain-ip work                      a further worker on the same store, without HTTP
  explain-ip mcp                       a Model Context Protocol server on standard input and output
  explain-ip doctor                    is everything set up, and what is off [--json]

Exit codes: 0 done, 1 a fault of ours, 2 wrong usage, 3 bad input, 4 bad configuration, 5 bad knowledge, 6 something outside failed.`;
