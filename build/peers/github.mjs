// Asks GitHub's own description of its GraphQL API about many requests in one process: node github.mjs QUESTIONS.jsonl
// A line of the file is { world, request: { query, variables } }. For each, a line is printed: { complaints, answer }: what is wrong with
// the query by the description, and what a server that holds to the description answers out of that world.
import { readFileSync } from "node:fs";
import { GraphQLError, TypeInfo, buildSchema, execute, getNamedType, parse, validate, visit, visitWithTypeInfo } from "graphql";

const description = new URL("node_modules/@octokit/graphql-schema/schema.graphql", import.meta.url);
const schema = buildSchema(readFileSync(description, "utf8"), { assumeValidSDL: true });

// The description does not say it, GitHub's guide does: a list is asked for with its length, of 1 to 100.
function unlimited(document) {
  const found = [];
  const types = new TypeInfo(schema);
  visit(document, visitWithTypeInfo(types, {
    Field(field) {
      const length = Number(field.arguments.find((argument) => ["first", "last"].includes(argument.name.value))?.value.value);
      if (getNamedType(types.getType())?.name.endsWith("Connection") && !(length >= 1 && length <= 100)) {
        found.push(`'${field.name.value}' has no length between 1 and 100`);
      }
    },
  }));
  return found;
}

const list = (nodes) => ({ first }) => ({ nodes: nodes.slice(0, first) });
const missing = (message) => new GraphQLError(message, { extensions: { type: "NOT_FOUND" } });

function root(world) {
  const fullName = `${world.owner}/${world.name}`;
  const item = (number) => {
    const known = world.items.find((one) => one.number === number);
    return known && {
      __typename: known.kind,
      number,
      title: known.title,
      merged: known.merged ?? true,
      author: known.author ? { __typename: known.author.type ?? "User", login: known.author.login } : null,
      labels: list((known.labels ?? []).map((name) => ({ name }))),
      baseRepository: { nameWithOwner: known.repository ?? fullName },
    };
  };
  const commit = (known) => known && {
    __typename: "Commit",
    oid: known.oid,
    authors: list(known.authors.map(({ email, id, login }) => ({ email, user: login ? { id, login } : null }))),
    associatedPullRequests: list((known.pullRequests ?? []).map(item)),
    history: ({ author, first }) => ({ nodes: (known.writers ?? []).includes(author.id) ? [{ oid: known.oid }].slice(0, first) : [] }),
  };
  return {
    repository({ owner, name }) {
      if (`${owner}/${name}` !== fullName) {
        throw missing(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return {
        nameWithOwner: fullName,
        issueOrPullRequest({ number }) {
          const found = item(number);
          if (!found) {
            throw missing(`Could not resolve to an issue or pull request with the number of ${number}.`);
          }
          return found;
        },
        object: ({ oid }) => commit(world.commits.find((one) => one.oid === oid)) ?? null,
      };
    },
  };
}

for (const question of readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean)) {
  const { world, request } = JSON.parse(question);
  const document = parse(request.query);
  const complaints = [...validate(schema, document).map(({ message }) => message), ...unlimited(document)];
  const { data, errors } = await execute({ schema, document, rootValue: root(world), variableValues: request.variables });
  const told = errors?.map(({ message, path, extensions }) => ({ ...extensions, path, message }));
  console.log(JSON.stringify({ complaints, answer: told ? { data, errors: told } : { data } }));
}
