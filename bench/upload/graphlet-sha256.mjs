// The engine with its hasher: the result tells the SHA-256 of what was sent.
import { upload as uploadHashed } from "./graphlet.mjs";

export const upload = (target) => uploadHashed({ ...target, hashed: true });
