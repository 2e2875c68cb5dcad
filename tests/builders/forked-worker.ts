/** The program's worker in a process of Node: what Electron gives its own processes is put in place first. */
Object.assign(process, {
  parentPort: {
    on: (_: 'message', listener: (event: { data: unknown }) => void) =>
      process.on('message', (data) => listener({ data })),
    postMessage: (message: unknown) => process.send?.(message),
  },
});
await import('../../electron/jobs/worker');
