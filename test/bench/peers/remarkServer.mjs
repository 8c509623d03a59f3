// remark in a language server, with the options that its own editor integrations use: the rules are those that
// package.json names under "remarkConfig".
import { createUnifiedLanguageServer } from "unified-language-server";

createUnifiedLanguageServer({
  configurationSection: "remark",
  ignoreName: ".remarkignore",
  packageField: "remarkConfig",
  pluginPrefix: "remark",
  processorName: "remark",
  processorSpecifier: "remark",
  rcName: ".remarkrc",
});
