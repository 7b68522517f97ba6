import { expect, test } from 'vitest';
import { flowSettings } from '../../src/config/flow-settings.ts';
import { loadHospitalConfig } from '../../src/config/load.ts';
import { staffHoursInWords } from '../../src/config/staff-hours-words.ts';
import { shippedJson } from './sample.ts';

test('working hours are put into words', () => {
  const day = { days: [1, 2, 3, 4, 5], from: 480, to: 720 };
  const afternoon = { days: [5, 4, 3, 2, 1], from: 840, to: 1050 };
  const saturday = { days: [6], from: 480, to: 725 };
  expect(staffHoursInWords([day, afternoon, saturday], 'zh-CN')).toBe(
    '周一至周五8:00-12:00、14:00-17:30，周六8:00-12:05',
  );
  expect(staffHoursInWords([day, afternoon, saturday], 'zh-TW')).toBe(
    '週一至週五8:00-12:00、14:00-17:30，週六8:00-12:05',
  );
  expect(staffHoursInWords([day, afternoon, saturday], 'en')).toBe('Mon-Fri 8:00-12:00, 14:00-17:30; Sat 8:00-12:05');
  expect(staffHoursInWords([{ ...day, days: [1, 2, 3, 4, 5, 6, 7] }], 'zh-CN')).toBe('每天8:00-12:00');
  expect(staffHoursInWords([{ ...day, days: [1, 3, 4] }], 'zh-CN')).toBe('周一、周三至周四8:00-12:00');
});

test('flows get hours of silence in milliseconds and staff hours in minutes', () => {
  const settings = flowSettings(loadHospitalConfig(shippedJson()));
  expect(settings.reminderAfter).toBe(24 * 3_600_000);
  expect(settings.expireAfter).toBe(48 * 3_600_000);
  expect(settings.bereavementExpireAfter).toBe(72 * 3_600_000);
  expect(settings.staffHours).toEqual([{ weekdays: [1, 2, 3, 4, 5, 6, 7], hours: { from: 540, to: 1260 } }]);
  expect(settings.questions).toEqual([
    { id: 'doctor', type: 'rating', roles: ['doctor'] },
    { id: 'nurse', type: 'rating', roles: ['nurse'] },
    { id: 'overall', type: 'rating', roles: [] },
    { id: 'suggestions', type: 'free_text', roles: [] },
  ]);
});
