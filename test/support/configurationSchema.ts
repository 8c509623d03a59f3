import { configurationShape } from "../../server/src/profiles/configurationShape";
import { expectedOf, type Shape } from "../../server/src/profiles/shape";

/** The JSON schema of `.notewright.json`, made of the same data that its reader goes by. */
export function configurationSchema(): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Notewright's configuration: how the meeting notes of a repository are written",
    allowComments: true,
    allowTrailingCommas: true,
    ...schemaOf(configurationShape),
  };
}

function schemaOf(shape: Shape): object {
  switch (shape.kind) {
    case "text":
      return { type: "string", pattern: shape.pattern.source, patternErrorMessage: `Expected ${expectedOf(shape)}.` };
    case "choice":
      return { enum: shape.values };
    case "list":
      return { type: "array", items: schemaOf(shape.of) };
    case "map": {
      const { keys, of } = shape;
      if (keys.kind === "text") return { type: "object", additionalProperties: schemaOf(of) };
      const properties = Object.fromEntries(keys.values.map((key) => [key, schemaOf(of)]));
      return { type: "object", additionalProperties: false, properties };
    }
    case "object": {
      const entries = Object.entries(shape.keys);
      const required = entries.flatMap(([key, form]) => (form.required ? [key] : []));
      const properties = entries.map(([key, form]) => [
        key,
        { markdownDescription: form.description, description: plain(form.description), ...schemaOf(form.shape) },
      ]);
      return {
        type: "object",
        additionalProperties: false,
        ...(required.length > 0 && { required }),
        properties: Object.fromEntries(properties),
      };
    }
  }
}

function plain(description: string): string {
  return description.replaceAll("`", "");
}
