const KEY = 'huifang.console.sound';
/** Two rising notes, in Hz. */
const NOTES = [660, 880];
const NOTE_S = 0.18;
/** How long a browser may take to start the sound. */
const ALLOWED_MS = 1_000;

/** On unless it was switched off in this browser. */
export function isSoundOn(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

export function setSoundOn(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
}

let audio: AudioContext | undefined;

/** Rings twice. Browsers stay silent until somebody has clicked or typed on the page; that is no failure. */
export async function ring(): Promise<void> {
  audio ??= new AudioContext();
  // Where nobody has touched the page yet this never ends, and what was missed must not sound all at once after the first click.
  await Promise.race([audio.resume().catch(() => undefined), new Promise((done) => setTimeout(done, ALLOWED_MS))]);
  if (audio.state !== 'running') return;
  for (const round of [0, 1])
    for (const [index, note] of NOTES.entries()) playNote(audio, note, round * 0.5 + index * NOTE_S);
}

function playNote(context: AudioContext, frequency: number, afterS: number): void {
  const start = context.currentTime + afterS;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0.2, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_S);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + NOTE_S);
}
