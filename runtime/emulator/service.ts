import type { AccessTokens } from "./access-tokens.js";
import type { ContentStore } from "./content.js";
import type { EntityStore } from "./entities/entity-store.js";
import type { FaultPlan } from "./fault-plan.js";
import type { ExchangeRecord, Ledger } from "./ledger.js";
import type { Mailbox } from "./mailbox.js";
import type { Drives } from "./drives.js";
import type { PrintDocuments } from "./print-documents.js";
import type { Settings } from "./options.js";
import type { Sessions } from "./sessions.js";
import type { Throttle } from "./throttle.js";

/** All an emulator consists of behind its socket. */
export interface Service {
  settings: Settings;
  /** `http://127.0.0.1:PORT` */
  origin: string;
  tokens: AccessTokens;
  mailbox: Mailbox;
  entities: EntityStore;
  drives: Drives;
  documents: PrintDocuments;
  sessions: Sessions;
  contents: ContentStore;
  faults: FaultPlan;
  ledger: Ledger;
  /** undefined: nobody is throttled */
  throttle: Throttle<ExchangeRecord> | undefined;
}

/** Forgets everything but the settings. */
export async function resetService({ settings, contents, ...service }: Service): Promise<void> {
  const { mailbox, entities, drives, documents, sessions, faults, ledger, tokens } = service;
  const memories = [settings.clock, mailbox, entities, drives, documents, sessions, faults, ledger, tokens];
  for (const memory of memories) memory.clear();
  service.throttle?.clear();
  contents.clear();
}
