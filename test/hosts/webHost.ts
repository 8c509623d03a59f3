// VS Code for the Web, served on loopback: its extension host is a web worker, its files live in memory.
import { createReadStream, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { installWebHost } from "./install.mjs";

/** A running VS Code for the Web. */
export interface WebHost {
  /** The address that opens it, with the extension and its tests. */
  readonly address: string;
  close(): Promise<void>;
}

const contentTypes: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

/** Serves VS Code for the Web with one extension under development and the tests in one folder. */
export async function startWebHost(folders: { extension: URL; tests: URL }): Promise<WebHost> {
  const code = await installWebHost();
  const page = await readFile(new URL("index.html", code), "utf8");
  const routes: [string, URL][] = [
    // Below the extension, because VS Code starts tests in the host of the extension that holds them.
    ["/extension/.tests/", folders.tests],
    ["/extension/", folders.extension],
    ["/", code],
  ];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname === "/") {
      response.setHeader("Content-Type", "text/html");
      response.end(filled(page, `127.0.0.1:${portOf(server)}`));
      return;
    }
    const path = fileOf(routes, pathname);
    if (!path || !statSync(path, { throwIfNoEntry: false })?.isFile()) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader("Content-Type", contentTypes[extname(path)] ?? "application/octet-stream");
    response.setHeader("Access-Control-Allow-Origin", "*");
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${portOf(server)}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function fileOf(routes: readonly [string, URL][], pathname: string): string | undefined {
  const route = routes.find(([prefix]) => pathname.startsWith(prefix));
  if (!route) return undefined;
  const [prefix, folder] = route;
  const root = fileURLToPath(folder);
  const path = normalize(root + decodeURIComponent(pathname.slice(prefix.length)));
  return path.startsWith(root) ? path : undefined;
}

function filled(page: string, authority: string): string {
  const served = (path: string) => ({ scheme: "http", authority, path });
  const configuration = {
    productConfiguration: {
      nameShort: "Code",
      nameLong: "VS Code for the Web",
      applicationName: "code-web",
      dataFolderName: ".code-web",
      quality: "stable",
      webEndpointUrlTemplate: `http://${authority}`,
      enableTelemetry: false,
    },
    developmentOptions: {
      extensions: [served("/extension")],
      extensionTestsPath: served("/extension/.tests/index.js"),
      enableSmokeTestDriver: true,
    },
    folderUri: { scheme: "tmp", authority: "", path: "/notes" },
  };
  const escaped = JSON.stringify(configuration)
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;");
  return page.replace("{{WORKBENCH_WEB_CONFIGURATION}}", () => escaped).replace("{{WORKBENCH_AUTH_SESSION}}", "");
}
