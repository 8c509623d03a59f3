import { configurationShape } from "../../server/src/profiles/configurationShape";
import { expectedOf, type Shape } from "../../server/src/profiles/shape";
import { configurationTexts } from "./configurationTexts";

/** The JSON schema of `.notewright.json`, made of the same data that its reader goes by. */
export function configurationSchema(): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Notewright's configuration: how the meeting notes of a repository are written",
    allowComments: true,
    allowTrailingCommas: true,
    ...schemaOf(configurationShape, ""),
  };
}

/** The schema of what stands at a path of keys. */
function schemaOf(shape: Shape, path: string): object {
  switch (shape.kind) {
    case "text":
      return { type: "string", pattern: shape.pattern.source, patternErrorMessage: `Expected ${expectedOf(shape)}.` };
    case "choice":
      return { enum: shape.values };
    case "list":
      return { type: "array", items: schemaOf(shape.of, path) };
    case "map": {
      const { keys, of } = shape;
      if (keys.kind === "text") return { type: "object", additionalProperties: schemaOf(of, path) };
      const properties = Object.fromEntries(keys.values.map((key) => [key, schemaOf(of, path)]));
      return { type: "object", additionalProperties: false, properties };
    }
    case "object": {
      const properties = Object.entries(shape.keys).map(([key, of]) => {
        const inner = path === "" ? key : `${path}.${key}`;
        return [key, { description: plain(textOf(inner)), ...schemaOf(of, inner) }];
      });
      return {
        type: "object",
        additionalProperties: false,
        ...(shape.required.length > 0 && { required: shape.required }),
        properties: Object.fromEntries(properties),
      };
    }
  }
}

function textOf(path: string): string {
  const text = configurationTexts[path];
  if (text === undefined) throw new Error(`Nothing says what the key ${path} is for`);
  return text;
}

function plain(description: string): string {
  return description.replaceAll("`", "");
}
