import type { Connection, Disposable } from "vscode-languageserver";
import { capabilitiesFor } from "./capabilities";
import { readClient } from "./client";
import { ErrorCodes, ResponseError } from "./library";
import { type Host, newLink } from "./link";
import { serve } from "./serve";

/** Serves one client over the connection, from its `initialize` to its `shutdown`. */
export function startServer(connection: Connection, host: Host): void {
  let phase: Phase = "new";
  let handlers: Disposable[] = [];
  connection.onInitialize((params) => {
    if (phase !== "new") return new ResponseError(ErrorCodes.InvalidRequest, "The server was initialized before");
    const client = readClient(params);
    handlers = serve(newLink(connection, client, host));
    phase = "serving";
    return { capabilities: capabilitiesFor(client), serverInfo: { name: "Notewright", version: host.version } };
  });
  connection.onShutdown(() => {
    if (phase !== "serving") return refusalIn(phase, "shutdown");
    for (const handler of handlers) handler.dispose();
    phase = "shut down";
    return undefined;
  });
  connection.onRequest((method) => refusalIn(phase, method));
  connection.listen();
}

type Phase = "new" | "serving" | "shut down";

/** The answer to a request that has no handler in this phase. */
function refusalIn(phase: Phase, method: string): ResponseError<void> {
  switch (phase) {
    case "new":
      return new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized");
    case "serving":
      return new ResponseError(ErrorCodes.MethodNotFound, `There is no method ${method}`);
    case "shut down":
      return new ResponseError(ErrorCodes.InvalidRequest, "The server is shut down");
  }
}
