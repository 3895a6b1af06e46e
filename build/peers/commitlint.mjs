// Asks the real commitlint about many messages in one process: node commitlint.mjs MESSAGES.json [COMMENT-CHARACTER]
// The file holds an array of texts; the answer is an array of { valid, rules: { name: level } }.
import { readFileSync } from "node:fs";
import load from "@commitlint/load";
import lint from "@commitlint/lint";

const [file, commentChar] = process.argv.slice(2);
const { rules, parserPreset } = await load({ extends: ["@commitlint/config-conventional"] }, { cwd: import.meta.dirname });
const options = { parserOpts: { ...parserPreset.parserOpts }, plugins: {}, ignores: [], defaultIgnores: true };

if (commentChar) {
  (options.parserOpts.parser ?? options.parserOpts).commentChar = commentChar;
}

const answers = [];

for (const message of JSON.parse(readFileSync(file, "utf8"))) {
  // The command line leaves blank messages out before it asks.
  const { valid, errors, warnings } = message.trim() === "" ? { valid: true, errors: [], warnings: [] } : await lint(message, rules, options);
  answers.push({ valid, rules: Object.fromEntries([...errors, ...warnings].map(({ name, level }) => [name, level])) });
}

console.log(JSON.stringify(answers));
