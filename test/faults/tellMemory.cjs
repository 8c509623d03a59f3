// Loaded into the server by a test: tells, when it is asked, how much of the heap is in use.
process.on("message", () => {
  globalThis.gc();
  process.send(process.memoryUsage().heapUsed);
});
process.channel.unref();
