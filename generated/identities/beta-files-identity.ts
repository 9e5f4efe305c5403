// Written by graphlet 0.1.0 from specs/identities/Microsoft.Graph.Beta.Files.yaml. Do not edit.

/** Identifies what a cmdlet of Microsoft.Graph.Beta.Files acts on: it takes from it what its path needs. */
export interface BetaFilesIdentity {
  /** The unique identifier of drive */
  driveId?: string;
  /** The unique identifier of driveItem */
  driveItemId?: string;
}
