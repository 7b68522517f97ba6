import type { Words } from '../language/words.ts';

/** What failed, by the code of the refusal (src/domain/errors.ts), as staff can act on it. */
export const words = {
  'zh-CN': {
    OFFLINE: '连不上服务器。请检查网络，稍后再试；已写的内容不会丢。',
    OTHER: '没有成功（{code}）。请稍后再试，或联系管理员。',
    INTERNAL: '服务器出错了。请稍后再试；如果一直这样，请联系管理员。',
    BAD_REQUEST: '填写的内容有误，请检查后再提交。',
    TOTP_REQUIRED: '请输入动态验证码。',
    NOT_FOUND: '没有找到，可能已被删除，或您无权查看。',
  },
  'zh-TW': {
    OFFLINE: '連不上伺服器。請檢查網路，稍後再試；已寫的內容不會遺失。',
    OTHER: '沒有成功（{code}）。請稍後再試，或聯絡管理員。',
    INTERNAL: '伺服器發生錯誤。請稍後再試；若一直如此，請聯絡管理員。',
    BAD_REQUEST: '填寫的內容有誤，請檢查後再送出。',
    TOTP_REQUIRED: '請輸入動態驗證碼。',
    NOT_FOUND: '找不到，可能已被刪除，或您無權檢視。',
  },
  en: {
    OFFLINE: 'The server cannot be reached. Check the network and try again; what you wrote is kept.',
    OTHER: 'That did not work ({code}). Try again later, or ask the administrator.',
    INTERNAL: 'The server has failed. Try again later; if it goes on, ask the administrator.',
    BAD_REQUEST: 'Something is not filled in correctly. Please check it and try again.',
    TOTP_REQUIRED: 'Please type the one-time code.',
    NOT_FOUND: 'Not found. It may have been removed, or you may not see it.',
  },
} satisfies Words;
