import { z } from 'zod';
import { toPdf, toPrintHtml } from '../../../documents/index.ts';
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
    summary: 'The handover on A4, as PDF or as a page to print, without names of patients.',
    params: shiftParams,
    query: z.strictObject({
      language: z.enum(LANGUAGES).default('zh-CN'),
      format: z.enum(['pdf', 'html']).default('pdf'),
    }),
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
      const sheet = handoverSheet(shift, points, scene);
      const { format } = query;
      const name = `${shift.day}-${shift.kind}.${format}`;
      return format === 'pdf'
        ? new Download({ name, type: 'application/pdf', bytes: await toPdf(sheet) })
        : new Download({
            name,
            type: 'text/html; charset=utf-8',
            bytes: new TextEncoder().encode(toPrintHtml(sheet)),
          });
    },
  });
}
