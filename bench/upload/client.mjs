// One upload in a process of its own: `node client.mjs <module> <target as JSON>`. Its only line is what it cost.
// CPU is user and system time of the upload alone; peak memory that of the whole process, imports included.
const [module, target] = process.argv.slice(2);
const { upload } = await import(module);

const cpu = process.cpuUsage();
const started = performance.now();
await upload(JSON.parse(target));
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);
const peakMiB = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, peakMiB })}\n`);
