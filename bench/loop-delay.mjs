// Loaded before the server by bench/requests.ts: says how long its thread was busy at a stretch, what it used of the
// processor, and how much memory it has. Busy is what the processor did for it, so that other programs do not count.
const STEP = 4;
let last = process.cpuUsage();
let longest = 0;
function look() {
  const { user, system } = process.cpuUsage(last);
  longest = Math.max(longest, (user + system) / 1000);
  last = process.cpuUsage();
}
setInterval(look, STEP).unref();
process.on('message', () => {
  look();
  const { user, system } = process.cpuUsage();
  const memory = process.memoryUsage();
  process.send?.({
    longest,
    used: (user + system) / 1000,
    rss: memory.rss,
    peak: process.resourceUsage().maxRSS * 1024,
  });
  longest = 0;
});
process.channel?.unref();
