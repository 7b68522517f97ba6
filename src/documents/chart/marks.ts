/** A point of a drawing: from its upper left corner, in points. */
export type Point = readonly [number, number];

/** What a chart is made of; every renderer draws the same. Greys: 0 black, 1 white. */
export type Mark =
  | {
      readonly type: 'line';
      readonly points: readonly Point[];
      readonly weight: number;
      readonly dash: readonly number[];
    }
  | { readonly type: 'area'; readonly points: readonly Point[]; readonly grey: number; readonly border: boolean }
  | { readonly type: 'text'; readonly at: Point; readonly text: string; readonly align: 'left' | 'center' | 'right' };

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Of all texts in a drawing, in points. */
export const TEXT_SIZE = 8;
