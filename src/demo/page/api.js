/** The service's demo API. A refusal rejects with its lines in `details`, a lost connection with `details` undefined. */
async function call(path, body) {
  const options =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/demo/api/${path}`, options);
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  const error = new Error(answer.error || String(response.status));
  error.details = answer.details || [];
  throw error;
}

const of = (address) => `handsets/${encodeURIComponent(address)}`;

export const api = {
  state: () => call('state'),
  handsets: (limit, search) => call(`handsets?limit=${limit}&search=${encodeURIComponent(search)}`),
  handset: (address) => call(of(address)),
  send: (address, text, id) => call(`${of(address)}/messages`, { text, id }),
  setFault: (address, fault) => call(`${of(address)}/fault`, { fault }),
  move: (move) => call('clock', move),
  pause: (paused) => call('campaign', { paused }),
};

const AGAIN_MS = 3000;

/** Listens for "look again", for ever. After each (re)connection everything is looked at anew, so nothing is missed. */
export function listen({ onConnected, onLost, onEvent }) {
  const source = new EventSource('/demo/api/events');
  source.onopen = onConnected;
  source.onmessage = onEvent;
  source.onerror = () => {
    onLost();
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen({ onConnected, onLost, onEvent }), AGAIN_MS);
  };
}

/** An id of a message, so that sending it again is no second message. Works without https too. */
export function newId() {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(words, (word) => word.toString(36)).join('');
}
