/**
 * A file's key in the store: its URI with all escapes of the path decoded, and a drive letter in lower case. Clients
 * spell one file's URI in different ways; this is the one place that makes them one, and URIs of them again.
 */
export type Path = string;

/** The path of a URI. */
export function pathOfUri(uri: string): Path {
  return withSmallDrive(decode(uri));
}

/** The path of an absolute one as the system writes it; on Windows with slashes or back-slashes, and a drive or a server. */
export function pathOfNative(native: string): Path {
  if (native.startsWith('/') && !native.startsWith('//')) return withSmallDrive(`file://${native}`);
  const slashed = native.replaceAll('\\', '/');
  return withSmallDrive(slashed.startsWith('/') ? `file:${slashed}` : `file:///${slashed}`);
}

function withSmallDrive(path: Path): Path {
  return path.replace(/^file:\/\/\/[A-Z]:/, (start) => start.toLowerCase());
}

/** The URI of a path. */
export function uriOfPath(path: Path): string {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*:(?:\/\/[^/]*)?)(.*)$/s.exec(path);
  if (!match) return encodeURI(path);
  const [, start = '', rest = ''] = match;
  return start + rest.split('/').map(encodeURIComponent).join('/');
}

/** The scheme of a path: `file`, `untitled`, ... */
export function schemeOf(path: Path): string {
  return path.slice(0, Math.max(0, path.indexOf(':')));
}

/** What people call a file: its path below the nearest of the folders, else its name. */
export function displayPath(path: Path, folders: readonly Path[]): string {
  const folder = folders.filter((candidate) => path.startsWith(`${candidate}/`)).sort((a, b) => b.length - a.length)[0];
  if (folder !== undefined) return path.slice(folder.length + 1);
  return path.slice(Math.max(path.lastIndexOf('/'), path.indexOf(':')) + 1);
}

/** True where a path lies in one of the folders. */
export function isInside(path: Path, folders: readonly Path[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}

function decode(uri: string): string {
  // Decoding is slow, and most have nothing to decode.
  if (!uri.includes('%')) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    // Escapes that are no UTF-8: only those that are stay decoded.
    return uri.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes;
      }
    });
  }
}
