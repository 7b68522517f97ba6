import type { Day } from '../days/dates.ts';
import type { Span } from '../days/opening.ts';
import type { Clinic, ClinicPeriod, Place, Price, Weekday } from '../knowledge.types.ts';
import type { Frames, NamedDoctor, Week } from './frames.types.ts';

const WEEKDAYS = '一二三四五六日';
const PERIODS: Readonly<Record<ClinicPeriod, string>> = { morning: '上午', afternoon: '下午', evening: '晚上' };

const clock = (minutes: number) => `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
const spans = (list: readonly Span[]) => list.map(([from, to]) => `${clock(from)}-${clock(to)}`).join('、');
const weekday = (day: Weekday) => `周${WEEKDAYS[day - 1] ?? ''}`;
const dayWords = (day: Day) => `${weekday(day.weekday)}（${String(day.month)}月${String(day.day)}日）`;
const at = ({ building, floor }: Place) => `${building}${floor}`;
const yuan = ({ price, unit, priceMax }: Price) =>
  price === 0 && priceMax === undefined
    ? '免费'
    : `${String(price)}${priceMax === undefined ? '' : `至${String(priceMax)}`}元${unit === '' ? '' : `/${unit}`}`;

/** 周一至周五; 周一、周三. */
function weekdays(days: readonly Weekday[]): string {
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return '';
  if (days.length === 7) return '每天';
  const inRow = last - first === days.length - 1 && days.length > 2;
  return inRow ? `${weekday(first)}至${weekday(last)}` : days.map(weekday).join('、');
}

const week = (list: Week) => list.map(({ days, spans: open }) => `${weekdays(days)}${spans(open)}`).join('，');
const who = ({ name, title }: NamedDoctor) => `${name}${title}`;
const sessions = (clinics: readonly Clinic[]) =>
  clinics.map(({ weekday: day, period }) => `${weekday(day)}${PERIODS[period]}`).join('、');
const remark = (notes: string) => (notes === '' ? '' : `${notes}。`);

/** Fees by kind, each once. */
function feesOf(clinic: readonly Clinic[]): string {
  const kinds = new Map(clinic.map(({ kind, fee }) => [`${kind}${String(fee)}`, `${kind}号${String(fee)}元`]));
  return [...kinds.values()].join('，');
}

/** Sentences in Chinese, simplified. */
export const ZH: Frames = {
  chinese: true,
  sentence: (parts) => parts.filter((part) => part !== '').join(''),
  place: ({ name }, place) => `${name}在${at(place)}。`,
  ward: ({ name }, ward) => `${name}病房在${at(ward)}${ward.phone === '' ? '' : `，电话${ward.phone}`}。`,
  phone: ({ name }, phone) => `${name}电话${phone}。`,
  address: ({ name }, address, transport) => `${name}在${address}。${transport}`,
  openOn: ({ name }, day, open) => `${name}${dayWords(day)}${spans(open)}开放。`,
  closedOn: ({ name }, day) => `${name}${dayWords(day)}不开放。`,
  closedThen: ({ name }, day, open) => `${name}${dayWords(day)}这个时段不开放，当天${spans(open)}开放。`,
  week: ({ name }, list) => `${name}时间：${week(list)}。`,
  hoursAsWritten: ({ name }, text) => `${name}：${text}。`,
  allDay: ({ name }) => `${name}24小时开放。`,
  noneThen: ({ name }) => `${name}这个时段不开放。`,
  openNow: ({ name }, until) => `${name}现在开着，到${clock(until)}。`,
  closedNow: ({ name }) => `${name}现在没有开放。`,
  next: (day, from) => `下次开放：${dayWords(day)}${clock(from)}。`,
  noOutpatients: ({ name }) => `${name}不设门诊。`,
  emergency: (place, phone) => `急事请到急诊（${at(place)}，24小时）${phone === '' ? '' : `，电话${phone}`}。`,
  also: (text) => `${text}。`,
  onHoliday: (text) => `${text}。`,
  nearHoliday: (day, phone) => `${dayWords(day)}临近节假日，安排可能调整，以医院公布为准，可拨${phone}核实。`,
  holidayAnnounced: (phone) => `具体安排节前公布，可拨${phone}核实。`,
  price: ({ name, notes, insurance, ...item }) =>
    `${name}${yuan({ name, notes, insurance, ...item })}${insurance === '' ? '' : `，${insurance}`}${notes === '' ? '' : `（${notes}）`}。`,
  prices: (items) => `${items.map((item) => `${item.name}${yuan(item)}`).join('，')}。`,
  otherPrices: (items) => `另有${items.map((item) => `${item.name}${yuan(item)}`).join('，')}。`,
  insurance: ({ name, insurance }) => `${name}：${insurance}。`,
  clinic: (doctor) => `${who(doctor)}（${doctor.at.name}）${sessions(doctor.clinic)}出诊。${remark(doctor.notes)}`,
  noClinic: (doctor) => `${who(doctor)}（${doctor.at.name}）目前没有门诊。${remark(doctor.notes)}`,
  thereOn: (doctor, day, clinics) =>
    `${who(doctor)}（${doctor.at.name}）${dayWords(day)}${clinics.map(({ period }) => PERIODS[period]).join('、')}出诊。`,
  notThereOn: (doctor, day) => `${who(doctor)}${dayWords(day)}不出诊。`,
  fees: (doctor) => `${who(doctor)}：${feesOf(doctor.clinic)}。`,
  departmentFees: ({ name }, clinics) => `${name}挂号：${feesOf(clinics)}。`,
  goodAt: (doctor) => `${who(doctor)}（${doctor.at.name}）：${doctor.specialities.join('、')}。`,
  doctors: ({ name }, list, more) =>
    `${name}：${list.map((doctor) => `${who(doctor)}${doctor.clinic.length === 0 ? '' : `（${sessions(doctor.clinic)}）`}`).join('，')}${more > 0 ? `，共${String(list.length + more)}位` : ''}。`,
  noneOfThem: ({ name }, women) => `${name}目前没有${women ? '女' : '男'}医生出诊。`,
  nobodyOn: ({ name }, day) => `${name}${dayWords(day)}没有固定出诊的专家。`,
  intro: ({ name }, text) => `${name}：${text}`,
  bookable: ({ name }) => `${name}可以预约。`,
  notBookable: ({ name }) => `${name}不用预约挂号，可直接前往或由医生开单。`,
  entry: (answer) => answer,
};
