/** Probability of at most `hits` successes in `trials`, each with probability `p`. */
function atMost(hits: number, trials: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return hits >= trials ? 1 : 0;
  let log = trials * Math.log1p(-p);
  let sum = Math.exp(log);
  for (let k = 1; k <= hits; k += 1) {
    log += Math.log((trials - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(log);
  }
  return Math.min(sum, 1);
}

/** The p at which a falling function of p passes `level`. */
function crossing(falling: (p: number) => number, level: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (falling(middle) > level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Exact (Clopper–Pearson) 95 % interval of a share. */
export function exactInterval(hits: number, trials: number): readonly [number, number] {
  if (trials === 0) return [0, 1];
  const low = hits === 0 ? 0 : crossing((p) => atMost(hits - 1, trials, p), 0.975);
  const high = hits === trials ? 1 : crossing((p) => atMost(hits, trials, p), 0.025);
  return [low, high];
}
