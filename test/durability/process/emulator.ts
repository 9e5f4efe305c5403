import { startEmulator } from "../../../runtime/emulator/server.js";

// the local Graph in a process of its own: says where it is and stays until its input ends
const emulator = await startEmulator({ limits: { outlook: { sessionMinimum: 1 } } });
process.stdout.write(`${JSON.stringify({ url: emulator.url, baseUrl: emulator.baseUrl, token: emulator.token })}\n`);
process.stdin.resume().on("end", () => void emulator.close());
