/** JSON, or undefined when the text is none: services send empty and HTML bodies, on success too. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A property by its name in any case (clouds and requests differ in it); undefined when absent or null. */
export function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const wanted = name.toLowerCase();
  return Object.entries(value).find(([key, found]) => key.toLowerCase() === wanted && found !== null)?.[1];
}
