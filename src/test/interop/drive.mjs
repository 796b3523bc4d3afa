// Has CLASP's own JavaScript client write what the story of two instances tells.
// Usage: node drive.mjs ws://127.0.0.1:7330 LUMEN AUDIO CUES

import WebSocket from 'ws';
// The client expects the browser's WebSocket.
globalThis.WebSocket = WebSocket;
console.debug = () => {};
const { Clasp } = await import('@clasp-to/core');

const [url, lumen, audio, cues] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const client = new Clasp(url, { name: 'desk', reconnect: false });
const witness = new Clasp(url, { name: 'witness', reconnect: false });
let seen = 0;
await witness.connect();
await client.connect();
witness.on('/cue', () => seen++);
// What was asked for is in force when what was asked for later is answered.
await witness.get('/lumen/0').catch(() => {});
for (let i = 0; i < lumen; i++) client.set(`/lumen/${i % 10}`, i);
for (let i = 0; i < audio; i++) client.set(`/audio/${i % 5}`, i);
for (let i = 0; i < cues; i++) client.emit('/cue', i);
for (let turn = 0; turn < 3000 && seen < cues; turn++) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}
if (seen !== cues) throw new Error(`heard of ${seen} cues, not of ${cues}`);
client.close();
witness.close();
