import type { Language } from '../domain/language.ts';
import type { PointSection } from '../domain/shift.ts';

/** The words of a printed handover. */
export interface PrintWords {
  readonly title: string;
  readonly point: string;
  readonly status: string;
  readonly due: string;
  readonly note: string;
  readonly check: string;
  readonly general: string;
  readonly incoming: string;
  readonly review: string;
  readonly out: string;
  readonly in: string;
  readonly reviewer: string;
  readonly resolved: string;
  readonly recused: string;
  readonly overdue: string;
  /** `{n}` more of a part. */
  readonly more: string;
  readonly sections: Readonly<Record<PointSection, string>>;
}

export const PRINT_WORDS: Readonly<Record<Language, PrintWords>> = {
  'zh-CN': {
    title: '交接班记录',
    point: '事项',
    status: '类别',
    due: '时间 / 期限',
    note: '交班备注',
    check: '接收',
    general: '交班总述',
    incoming: '接班人的话',
    review: '审阅意见',
    out: '交班人',
    in: '接班人',
    reviewer: '审阅人',
    resolved: '交接期间已办结',
    recused: '回避，交主管',
    overdue: '已逾期',
    more: '另有 {n} 项未列出，见系统列表',
    sections: {
      mine: '经手会话',
      snoozed: '稍后处理',
      replies: '定时回复',
      urgent: '紧急待认领',
      unread: '紧急未读',
      unassigned: '待认领',
      promises: '到期承诺',
      complaints: '临期投诉',
      checks: '交接物品',
    },
  },
  'zh-TW': {
    title: '交接班紀錄',
    point: '事項',
    status: '類別',
    due: '時間 / 期限',
    note: '交班備註',
    check: '接收',
    general: '交班總述',
    incoming: '接班人的話',
    review: '審閱意見',
    out: '交班人',
    in: '接班人',
    reviewer: '審閱人',
    resolved: '交接期間已結案',
    recused: '迴避，交主管',
    overdue: '已逾期',
    more: '另有 {n} 項未列出，見系統清單',
    sections: {
      mine: '經手對話',
      snoozed: '稍後處理',
      replies: '定時回覆',
      urgent: '緊急待認領',
      unread: '緊急未讀',
      unassigned: '待認領',
      promises: '到期承諾',
      complaints: '近期限申訴',
      checks: '交接物品',
    },
  },
  en: {
    title: 'Shift handover',
    point: 'Point',
    status: 'Kind',
    due: 'Since / due',
    note: 'Note',
    check: 'Accepted',
    general: 'In general',
    incoming: 'Incoming officer',
    review: 'Review',
    out: 'Outgoing',
    in: 'Incoming',
    reviewer: 'Reviewed by',
    resolved: 'settled meanwhile',
    recused: 'for a supervisor',
    overdue: 'overdue',
    more: '{n} more are not listed here; see the lists of the console',
    sections: {
      mine: 'Conversation',
      snoozed: 'Put aside',
      replies: 'Reply for later',
      urgent: 'Urgent, nobody has it',
      unread: 'Urgent, unread',
      unassigned: 'Nobody has it',
      promises: 'Promise',
      complaints: 'Complaint',
      checks: 'Thing',
    },
  },
};
