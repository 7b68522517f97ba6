import { normalise } from '../../understanding/normalise.ts';
import { canonical, plainWords } from './canonical.ts';
import { chineseOf } from './english.ts';
import { type Patient, patientOf, signsOf } from './persons.ts';
import { withoutDenied } from './scope.ts';

/** A message as the triage reads it; training and service read alike. */
export interface Reading {
  /** Normalised, without greeting and the question for the department: whether a trouble is told at all. */
  readonly whole: string;
  /** In plain words, and without what it denies: what the hospital's lists are looked up in. */
  readonly text: string;
  /** The same without what says nothing of the trouble: what the model sees. */
  readonly core: string;
  /** The clauses of `core`, where it has more than one. */
  readonly parts: readonly string[];
  readonly asksDepartment: boolean;
  readonly patient: Patient;
  readonly signs: readonly string[];
}

/** 挂什么科, 看哪个门诊, which department; not 李大夫是哪个科的, 住在哪个科. */
const ASKS =
  /(?:应该|该|需要|需|得|要|能|想|我|先)*(?:(?:挂|看|去|找|到|上|属于|归|预约|约|转|咨询)(?:个)?(?:的是)?(?:什么|哪个|哪一个|哪|啥|哪一|边|几)(?:子)?(?:科室|科|门诊|号|大夫|医生)(?:的号|的大夫|的医生)?|(?:挂|看)(?:什么|哪个|啥|哪一?个?|哪里|哪儿|边个)(?=$|[,。?!]|好|合适|呢|啊|呀|吗)|挂号挂哪|睇(?:边|哪)(?:一?个?)科|(?<![是在住的])(?:哪个|什么|啥|哪一?|边)科(?:室)?(?!的|住|主任|护士)|(?:what|which) (?:department|doctor|specialist|clinic)(?: should i (?:see|go to|visit))?|who should i see)(?:看|挂|好|合适|比较好|对口)?(?:啊|呀|呢|吗|嘞|喔|哦)?/g;
const GREETING =
  /^(?:(?:你好|你们好|在吗|请问一?下?|麻烦问一?下?|问一?下|咨询一?下|打扰了?|医生|大夫|护士|姑娘|不好意思|hi|hello|早上好|下午好|晚上好)[,。!? ~]*)+/;
/** A part of fewer characters tells nothing alone. */
const LEAST_PART = 2;
const MOST_PARTS = 8;

/** Reads a message. Pure; some microseconds. */
export function readMessage(message: string): Reading {
  const whole = normalise(message).text;
  const plain = whole.replace(GREETING, '');
  const told = plain.replace(ASKS, '').replace(/^[,。? ]+|[,。? ]+$/g, '');
  const patient = patientOf(whole);
  const rest = withoutDenied(chineseOf(told));
  const clauses = rest.split(/[,。;!?\n]+|、|(?:另外|还有|而且|同时|以及)/).filter((part) => part.length >= LEAST_PART);
  return {
    text: plainWords(rest),
    core: canonical(rest),
    parts: clauses.length > 1 ? clauses.slice(0, MOST_PARTS).map(canonical) : [],
    whole: told,
    asksDepartment: told !== plain.replace(/^[,。? ]+|[,。? ]+$/g, ''),
    patient,
    signs: signsOf(patient),
  };
}
