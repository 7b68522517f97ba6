import { openSqliteStore } from '../src/store/sqlite/index.ts';
import { nextTurn, newContact, newRecord, stayRow, stayFacts } from '../tests/contracts/store/turns.ts';
const store = await openSqliteStore({ file: process.argv[2] ?? '', zone: 'Asia/Shanghai' });
const DEPS = ['心内科', '骨科', '产科', '儿科', '普外科', '神经内科', '呼吸内科', '眼科'];
const DAY = 86_400_000;
let seed = 7; const rnd = () => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed / 2147483648; };
const pick = <T>(a: readonly T[]): T => a[Math.floor(rnd() * a.length)] as T;
const NOW = Date.now();
for (let n = 1000; n < 2400; n++) {
  const age = Math.floor(rnd() * 120);
  const at = NOW - age * DAY + 2 * DAY;
  const dischargedOn = new Date(NOW - age * DAY).toISOString().slice(0, 10);
  const facts = { ...stayFacts(n), department: pick(DEPS), dischargedOn };
  const r = rnd();
  const cancelled = r < 0.04 ? 'transferred' : r < 0.06 ? 'readmitted' : null;
  await store.directory.addStays([stayRow(n, { facts, ...(r >= 0.06 && r < 0.09 ? { address: '' , followUp: 'cancelled', cancelReason: 'window_passed', followUpAt: null } : cancelled === null ? {} : { followUp: 'cancelled', cancelReason: cancelled as never, followUpAt: null }) })], at);
  if (r < 0.09) continue;
  const record = newRecord(n, { stay: facts });
  let turn = nextTurn(record, { out: ['您好，这里是县人民医院随访中心，请问是王小明本人或家属吗？现在方便说两句吗？'] }, { at, contact: newContact(record), followUp: 'open' });
  await store.turns.commit(turn);
  for (const line of await store.outbox.claim(at + DAY, 50, 1000)) await store.outbox.settle(line.id, { type: 'done', delivery: rnd() < 0.05 ? 'failed' : 'sent', providerId: `S${line.id}` }, at);
  if (rnd() < 0.92) await store.outbox.receipt({ id: `${record.id}.1`, providerId: `S${record.id}.1`, delivery: 'delivered' }, at);
  if (rnd() < 0.45) { if (age > 3) await store.turns.commit(nextTurn(turn.record, {}, { at: at + 3 * DAY, record: { ...turn.record, outcome: 'expired', state: 'closed' }, followUp: 'done' })); continue; }
  const q = rnd();
  const grade = () => { const g = rnd(); return g < 0.7 ? { grade: 'satisfied' as const } : g < 0.88 ? { grade: 'mostly_satisfied' as const, reason: pick(['等得有点久', '饭菜一般', '费用没说清楚']) } : g < 0.95 ? { grade: 'dissatisfied' as const, reason: pick(['护士态度差', '病房太吵，厕所脏', '医生没解释']) } : { grade: 'no_opinion' as const }; };
  const outcome = q < 0.75 ? 'completed' : q < 0.82 ? 'declined' : q < 0.86 ? 'wrong_number' : q < 0.9 ? 'opted_out' : 'expired';
  const answers = outcome === 'completed' ? { doctor: grade(), nurse: grade(), overall: grade() } : {};
  const complain = rnd() < 0.06; const hand = rnd() < 0.08;
  const t2 = nextTurn(turn.record, { in: ['方便'], out: ['您对医生满意吗？'] }, { at: at + 600_000, record: { ...turn.record, respondent: outcome === 'wrong_number' ? null : pick(['patient', 'family'] as const), answers }, registers: complain ? [{ type: 'add', index: 0, kind: 'complaint', text: '护士态度不好', concerns: ['护士'] }] : rnd() < 0.05 ? [{ type: 'add', index: 0, kind: 'praise', text: '谢谢李医生', concerns: ['李医生'] }] : [], handoff: hand ? { id: `h${n}`, reason: pick(['human_requested', 'threat', 'emergency', 'medical_question'] as const), priority: pick(['normal', 'high', 'urgent'] as const), text: 'x' } : null });
  await store.turns.commit(t2);
  let last = t2.record;
  if (hand && rnd() < 0.85) { const t3 = nextTurn(last, { out: ['您好，我是随访中心的工作人员'] }, { at: at + 600_000 + Math.floor(rnd() * rnd() * 3_600_000), audit: [] }); await store.turns.commit({ ...t3, messages: t3.messages.map((m) => ({ ...m, author: 'staff' as const })) }); last = t3.record; }
  await store.turns.commit(nextTurn(last, { in: ['没有了'], out: ['谢谢您'] }, { at: at + 5_000_000, record: { ...last, outcome, state: 'closed' }, followUp: 'done' }));
  for (const line of await store.outbox.claim(at + 2 * DAY, 50, 1000)) await store.outbox.settle(line.id, { type: 'done', delivery: 'delivered', providerId: `S${line.id}` }, at);
}
console.log(JSON.stringify((await store.reports.recompute(false)).found));
await store.close();
