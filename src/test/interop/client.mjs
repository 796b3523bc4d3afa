// Drives CLASP's own JavaScript client against a router, and prints what it saw as one line of JSON.
// Usage: node client.mjs ws://127.0.0.1:7330

import WebSocket from 'ws';
// The client expects the browser's WebSocket.
globalThis.WebSocket = WebSocket;
console.debug = () => {};
const { Clasp } = await import('@clasp-to/core');

const url = process.argv[2];
const seen = [];
const until = async (what, condition) => {
  for (let turn = 0; turn < 3000 && !condition(); turn++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  if (!condition()) throw new Error(`waited for ${what}; seen: ${JSON.stringify(seen)}`);
};
const connected = async (name) => {
  const client = new Clasp(url, { name, reconnect: false });
  await client.connect();
  return client;
};

const stage = await connected('stage');
const desk = await connected('desk');
stage.on('/show/**', (value, address) => seen.push([address, value]));
stage.on('/other/*/level', (value, address) => seen.push([address, value]));
// A SET comes back to its sender, and what was sent before it has been taken by then.
stage.on('/ready', (value, address) => seen.push([address, value]));
stage.set('/ready', true);
await until('its own SET', () => seen.length === 1);

desk.set('/show/level', 0.75);
desk.set('/show/name', 'Grüße');
desk.set('/show/map', { a: [1, null, true], b: 'x' });
desk.set('/other/3/level', 3);
desk.set('/other/3/4/level', 4);
desk.emit('/show/cue', { cue: 'intro' });
desk.stream('/show/sensor', 0.5);
desk.gesture('/show/touch', 7, 'start', { x: 1 });
desk.gesture('/show/touch', 7, 'end', null);
desk.timeline('/show/fade', [{ time: 0, value: 0 }, { time: 1000000, value: 1 }]);
desk.bundle([{ set: ['/show/1', 1] }, { emit: ['/show/go', null] }, { set: ['/show/2', 2] }]);
await until('everything', () => seen.some(([address]) => address === '/show/2'));

const late = await connected('late');
const read = {};
for (const address of ['/show/level', '/show/name', '/show/map', '/show/1', '/other/3/4/level']) {
  read[address] = await late.get(address);
}
console.log(JSON.stringify({ seen, read }));
for (const client of [stage, desk, late]) client.close();
