/** Names of URL parameters and JSON properties whose value is a credential; alternatives of a regular expression. */
export const tokenKeys =
  "authtoken|tempauth|tempauthtoken|access_token|prooftoken|client_secret|client_assertion|refresh_token|id_token";

/** Names of URL parameters that sign a URL or redeem for a token. */
export const signatureKeys = "sig|se|sp|sv|skoid|code";
