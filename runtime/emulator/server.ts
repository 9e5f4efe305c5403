import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AccessTokens } from "./access-tokens.js";
import type { VirtualClock } from "./clock.js";
import { ContentStore } from "./content.js";
import { Drives } from "./drives.js";
import { seedSet } from "./entities/entity-seeds.js";
import { EntityStore } from "./entities/entity-store.js";
import { PrintDocuments } from "./print-documents.js";
import { forgetMailboxItem } from "./entities/entity-values.js";
import { checkFaultPlan } from "./fault-plan-json.js";
import { FaultPlan, type FaultReport } from "./fault-plan.js";
import type { Fault } from "./faults.js";
import { Ledger } from "./ledger.js";
import { type LedgerReport, reportLedger } from "./ledger-report.js";
import { refuseMalformed } from "./malformed.js";
import { Mailbox } from "./mailbox.js";
import { type EmulatorOptions, toSettings } from "./options.js";
import { serve } from "./serve.js";
import { type Service, resetService } from "./service.js";
import { Sessions } from "./sessions.js";
import { Throttle } from "./throttle.js";
import { type StoredFile, listStoredFiles } from "./stored-files.js";
import { type StoredAttachment, listStoredAttachments } from "./stored-attachments.js";

export type { Clock, VirtualClock } from "./clock.js";
export type { Sample } from "./entities/entity-seeds.js";
export type { FamilyName, UploadLimits } from "./family.js";
export type { FaultReport } from "./fault-plan.js";
export type { Fault, FaultAction, FaultMatch } from "./faults.js";
export type { ExchangeRecord } from "./ledger.js";
export type { LedgerReport, SessionReport } from "./ledger-report.js";
export type { EmulatorOptions, Strictness } from "./options.js";
export type { ThrottleLimits } from "./throttle.js";
export type { StoredFile } from "./stored-files.js";
export type { StoredAttachment } from "./stored-attachments.js";

/** A running emulator of Microsoft Graph, on the loopback interface. */
export interface Emulator {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** with the API version, as GRAPH_BASE_URL wants it */
  readonly baseUrl: string;
  /** an access token it takes */
  readonly token: string;
  /** all its times: also `GET` and `POST /__clock` */
  readonly clock: VirtualClock;
  /** @returns a new access token; also `POST /__token` */
  issueToken(): string;
  /** what happened since the start or the last reset; also `GET /__ledger` */
  ledger(): Promise<LedgerReport>;
  /** @param itemPath path of a message, event, post or task without version: `/me/messages/AAMk` */
  attachments(itemPath: string): Promise<StoredAttachment[]>;
  /** @param drivePath path of a drive without version: `/me/drive` */
  files(drivePath: string): Promise<StoredFile[]>;
  /** Appends to the fault plan; also `POST /__faults`. */
  addFaults(faults: readonly Fault[]): void;
  /** the fault plan and how often each entry struck; also `GET /__faults` */
  faults(): FaultReport[];
  /** Forgets items, sessions, faults, the ledger and how the clock was moved; also `POST /__reset`. */
  reset(): Promise<void>;
  /** Cuts all connections and removes everything uploaded. */
  close(): Promise<void>;
}

/**
 * Starts the local Graph: upload sessions for attachments of messages, events, group posts and To Do tasks, for files of
 * both OneDrives and SharePoint and for documents of Universal Print, and what they become; and the mailboxes, calendars,
 * tasks, users and groups around them. It is written against Microsoft's documentation, apart from the upload engine it
 * is there to test.
 * Every item exists, except that ids beginning with `missing` are not found and ids beginning with `denied` forbidden;
 * drives start empty, and one whose id, or whose owner's, begins with `personal` is of OneDrive personal.
 * @throws when the port is taken or the fault plan is not valid
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = toSettings(options);
  const faults = new FaultPlan();
  faults.add(checkFaultPlan(options.faults ?? []));
  const server = createServer({ keepAliveTimeout: 120_000, requireHostHeader: false });
  const contents = await ContentStore.open(settings.contents);
  try {
    await once(server.listen(options.port ?? 0, "127.0.0.1"), "listening");
  } catch (error) {
    await contents.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const mailbox = new Mailbox();
  const service: Service = {
    settings,
    origin: `http://127.0.0.1:${port}`,
    tokens: new AccessTokens(settings),
    mailbox,
    entities: new EntityStore(
      settings.clock,
      (set, store) => seedSet(set, store, settings.sample),
      (entity) => forgetMailboxItem(entity, mailbox),
    ),
    drives: new Drives(() => settings.clock.now(), settings.personalDrives),
    documents: new PrintDocuments(),
    sessions: new Sessions(settings.clock, contents),
    contents,
    faults,
    ledger: new Ledger(),
    throttle: settings.throttle === "off" ? undefined : new Throttle(settings.throttle, settings.clock),
  };

  const running = new Set<Promise<void>>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const serving = serve(request, response, service).finally(() => running.delete(serving));
    running.add(serving);
  };
  // the last two keep Node from answering an Expect header by itself
  for (const event of ["request", "checkContinue", "checkExpectation"]) server.on(event, answer);
  server.on("clientError", (error, socket) => refuseMalformed(error, socket, settings.clock.now()));
  server.on("connect", (_request, socket) => refuseMalformed(new Error("CONNECT"), socket, settings.clock.now()));

  return {
    url: service.origin,
    baseUrl: `${service.origin}/v1.0`,
    token: settings.token,
    clock: settings.clock,
    issueToken: () => service.tokens.issue().token,
    ledger: () => reportLedger(service),
    attachments: (itemPath) => listStoredAttachments(itemPath, service.mailbox),
    files: (drivePath) => listStoredFiles(drivePath, service.drives),
    addFaults: (added) => faults.add(checkFaultPlan(added)),
    faults: () => faults.report(),
    reset: () => resetService(service),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await Promise.all(running);
      await contents.close();
    },
  };
}
