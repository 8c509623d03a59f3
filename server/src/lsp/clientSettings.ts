import type { Disposable } from "vscode-languageserver";
import { configurationName } from "../profiles/configuration";
import type { CheckedFile } from "../workspace/repository";
import { foldersOf } from "./client";
import { DocumentSettings } from "./documentSettings";
import type { GroupFiles } from "./groupFiles";
import { guard } from "./guard";
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
} from "./library";
import type { Link } from "./link";
import { entriesOf } from "./shapes";

/** The settings as the client and the repository say them. */
export function newSettings({ connection, client, host, log, run }: Link, groupFiles: GroupFiles): DocumentSettings {
  const ask = (uri: string): Promise<unknown> =>
    guard("configuration", undefined, log, () =>
      connection.workspace.getConfiguration({ scopeUri: uri, section: "notewright" }),
    );
  const complain = (message: string): void =>
    run("showMessage", () =>
      connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
    );
  const source = {
    ...(client.answersSettings && { ask }),
    formOf: (uri: string) => groupFiles.formOf(uri),
    checked: (uri: string, files: readonly CheckedFile[]) => groupFiles.setChecked(uri, files),
    complain,
    today: () => host.today(),
  };
  return new DocumentSettings(source, client.settings, client.folders);
}

/** Hears of new settings and folders, and asks to be told of them. */
export function followSettings(
  { connection, client, run }: Link,
  settings: DocumentSettings,
  changed: () => void,
): Disposable[] {
  return [
    connection.onDidChangeConfiguration((params) => {
      settings.change(entriesOf(entriesOf(params).settings).notewright);
      changed();
    }),
    connection.onInitialized(() => {
      if (client.registersSettings) {
        run("register", async () => {
          await connection.client.register(DidChangeConfigurationNotification.type, { section: "notewright" });
        });
      }
      if (client.registersFiles) {
        run("register", async () => {
          const watchers = [{ globPattern: "**/*.{md,markdown}" }, { globPattern: `**/${configurationName}` }];
          await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
        });
      }
      if (!client.tellsFolders) return;
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        settings.changeFolders(foldersOf(added), foldersOf(removed));
        changed();
      });
    }),
  ];
}
