// Written by graphlet 0.1.0 from specs/identities/Microsoft.Graph.Files.yaml. Do not edit.

/** Identifies what a cmdlet of Microsoft.Graph.Files acts on: it takes from it what its path needs. */
export interface FilesIdentity {
  /** The unique identifier of drive */
  driveId?: string;
  /** The unique identifier of driveItem */
  driveItemId?: string;
}
