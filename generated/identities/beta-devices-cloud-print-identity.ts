// Written by graphlet 0.1.0 from specs/identities/Microsoft.Graph.Beta.Devices.CloudPrint.yaml. Do not edit.

/**
 * Identifies what a cmdlet of Microsoft.Graph.Beta.Devices.CloudPrint acts on: it takes from it what its path needs.
 */
export interface BetaDevicesCloudPrintIdentity {
  /** The unique identifier of printDocument */
  printDocumentId?: string;
  /** The unique identifier of printJob */
  printJobId?: string;
  /** The unique identifier of printer */
  printerId?: string;
  /** The unique identifier of printerShare */
  printerShareId?: string;
}
