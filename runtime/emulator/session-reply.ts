import { toExchangeTime } from "./clock.js";
import type { Reply } from "./reply.js";
import type { UploadSession } from "./sessions.js";

/** What createUploadSession answers where the service tells all there is to tell of a session. */
export function toSessionReply(
  status: number,
  session: UploadSession,
  origin: string,
  nextExpectedRanges: readonly string[],
): Reply {
  return {
    status,
    json: {
      "@odata.context": `${origin}/v1.0/$metadata#microsoft.graph.uploadSession`,
      uploadUrl: origin + session.upload.toTarget(session),
      expirationDateTime: toExchangeTime(session.expires),
      nextExpectedRanges,
    },
  };
}
