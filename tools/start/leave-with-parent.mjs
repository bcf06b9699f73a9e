// Loaded into the API by `npm start`. When the launcher is gone, even by `kill -9`, nobody would be left to stop the
// API and its port would stay taken: the closed channel is the sign to drain and leave.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
