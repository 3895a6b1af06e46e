// Asks the real commitlint about many messages in one process: node commitlint.mjs QUESTIONS.jsonl
// A line of the file is { config, messages, commentChar? }. For each, a line is printed: a list of { rules: { name: level }, report }.
import { readFileSync } from "node:fs";
import format from "@commitlint/format";
import lint from "@commitlint/lint";
import load from "@commitlint/load";

for (const question of readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean)) {
  const { config, messages, commentChar } = JSON.parse(question);
  const { rules, parserPreset, defaultIgnores, helpUrl } = await load(config, { cwd: import.meta.dirname });
  const parserOpts = parserPreset?.parserOpts?.parser ?? parserPreset?.parserOpts ?? {};
  const options = { parserOpts: { ...parserOpts }, plugins: {}, ignores: [], defaultIgnores: defaultIgnores !== false };

  if (commentChar) {
    options.parserOpts.commentChar = commentChar;
  }

  const answers = [];

  for (const message of messages) {
    // The command line leaves blank messages out before it asks.
    const result = message.trim() === "" ? { valid: true, errors: [], warnings: [], input: message } : await lint(message, rules, options);
    answers.push({
      rules: Object.fromEntries([...result.errors, ...result.warnings].map(({ name, level }) => [name, level])),
      report: format({ results: [result] }, { color: false, helpUrl }),
    });
  }

  console.log(JSON.stringify(answers));
}
