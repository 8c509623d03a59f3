import { pathOfUri } from "../../server/src/workspace/seriesFolder";
import type { NoteFiles } from "../../server/src/workspace/store";

/** Files that a test may change, and which of them were read, in order. */
export interface MemoryFiles extends NoteFiles {
  /** Texts by path, without the `file:///` of their URIs. */
  readonly texts: Map<string, string>;
  readonly read: NoteFiles["read"];
  readonly wasRead: string[];
}

const root = "file:///";

/** A disk of these files, by path. */
export function memoryFiles(files: Readonly<Record<string, string>>): MemoryFiles {
  const texts = new Map(Object.entries(files));
  const wasRead: string[] = [];
  return {
    texts,
    wasRead,
    list: async (folder) => {
      const path = pathOfUri(folder).slice(root.length);
      const start = path === "" ? "" : `${path}/`;
      const within = [...texts.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
      const urisOf = (names: readonly string[]) => [...new Set(names)].map((name) => root + encodeURI(start + name));
      return {
        files: urisOf(within.filter((path) => !path.includes("/"))),
        folders: urisOf(within.flatMap((path) => (path.includes("/") ? path.replace(/\/.*/, "") : []))),
      };
    },
    read: async (uri, mostBytes) => {
      const path = pathOfUri(uri).slice(root.length);
      wasRead.push(path);
      const text = texts.get(path);
      return text === undefined || text.length > mostBytes ? undefined : text;
    },
  };
}
