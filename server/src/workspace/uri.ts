/** The folder of a file or folder, without a slash behind it; undefined where the URI has none, or is its root. */
export function folderOf(uri: string): string | undefined {
  const [, root = "", path = ""] = /^([A-Za-z][A-Za-z\d+.-]*:(?:\/\/[^/]*)?)(\/.*)?$/.exec(uri) ?? [];
  return path.length > 1 ? root + path.slice(0, path.lastIndexOf("/")) : undefined;
}

/** The URI of a path with slashes as seen from a folder; `..` leads to the folder above. */
export function resolveUri(folder: string, path: string): string {
  const parts = path.replaceAll("\\", "/").split("/");
  return parts.reduce((uri, part) => {
    if (part === "" || part === ".") return uri;
    return part === ".." ? (folderOf(uri) ?? uri) : `${uri}/${encodeURIComponent(part)}`;
  }, folder);
}
