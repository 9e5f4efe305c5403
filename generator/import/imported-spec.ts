import type { z } from "zod";
import type { Place } from "../model.js";
import type { cmdletSpec, identitySpec, overlaySpec, schemaSpec } from "../spec.js";

// Specs as they stand in files, before conventions are applied to them.

export type CmdletInput = z.input<typeof cmdletSpec>;
export type SchemaInput = z.input<typeof schemaSpec>;
export type IdentityInput = z.input<typeof identitySpec>;
export type OverlayInput = z.input<typeof overlaySpec>;

/** A spec on its way into a folder. */
export type ImportedSpec = { /** in the API document; what is wrong with the spec is wrong there */ place: Place } & (
  | { kind: "cmdlet"; spec: CmdletInput }
  | { kind: "schema"; spec: SchemaInput }
  | { kind: "identity"; spec: IdentityInput }
  | { kind: "overlay"; spec: OverlayInput }
);
