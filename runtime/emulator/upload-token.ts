import { createHmac } from "node:crypto";

/** What the token of an upload URL claims; times in seconds since 1970. */
export interface TokenClaims {
  session: string;
  nbf: number;
  exp: number;
}

/** A token with the look of a JWT. */
export function signToken(claims: TokenClaims, secret: Buffer): string {
  const text = [{ alg: "HS256", typ: "JWT" }, claims].map(encode).join(".");
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
