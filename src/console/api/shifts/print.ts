import { z } from 'zod';
import { toPdf } from '../../../documents/index.ts';
import { HuifangError } from '../../../domain/errors.ts';
import { LANGUAGES } from '../../../domain/language.ts';
import { handoverSheet } from '../../../shifts/sheet.ts';
import { Download, type Endpoint, endpoint } from '../endpoint.ts';
import type { ShiftDeps } from './deps.ts';
import { shiftParams } from './lists.ts';
import { findShift, hiddenPoints } from './views.ts';

/** A signed handover on paper; what was not signed is nothing to file. */
export function shiftPrint(deps: ShiftDeps): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/shifts/:id/print',
    permission: 'shift.take',
    summary: 'The handover as a PDF (A4), without names of patients.',
    params: shiftParams,
    query: z.strictObject({ language: z.enum(LANGUAGES).default('zh-CN') }),
    audit: ({ params }) => ({ what: 'shift.print', subject: params.id }),
    async handle({ who, params, query, now }): Promise<Download> {
      const shift = await findShift(deps, params.id);
      if (shift.packet === null) throw new HuifangError('SHIFT_CHANGED');
      const hidden = await hiddenPoints(deps, who, shift.packet.points);
      const points = shift.packet.points.filter(({ key }) => !hidden.has(key));
      const { language } = query;
      const scene = {
        language,
        hospital: deps.hospitalName(language),
        by: who.name,
        at: now,
        zone: deps.settings().zone,
      };
      const bytes = await toPdf(handoverSheet(shift, points, scene));
      return new Download({ name: `${shift.day}-${shift.kind}.pdf`, type: 'application/pdf', bytes });
    },
  });
}
