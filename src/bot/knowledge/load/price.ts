import type { Price } from '../knowledge.types.ts';
import type { Departments } from './doctor.ts';
import type { Faults, Item } from './reader.ts';
import { RULES } from './rules.ts';

const KEYS = ['id', 'name', 'aliases', 'department', 'price', 'priceMax', 'unit', 'insurance', 'notes'] as const;

export function readPrice(value: unknown, path: string, faults: Faults, departments: Departments): Price {
  const item = faults.object(value, path, KEYS);
  const read = {
    id: item.id('id'),
    name: item.text('name'),
    aliases: item.texts('aliases'),
    price: item.amount('price'),
    unit: item.text('unit'),
    insurance: item.text('insurance'),
    notes: item.notes('notes'),
  };
  const priced = { ...read, ...upperEnd(item, read.price) };
  if (!item.has('department')) return priced;
  const department = departments.get(String(item.get('department')));
  if (department !== undefined) return { ...priced, department: department.id };
  item.fault('department', RULES.department);
  return priced;
}

/** Where a price is a range, its upper end. */
function upperEnd(item: Item, price: number): Pick<Price, 'priceMax'> {
  const upper = item.get('priceMax');
  if (upper === undefined) return {};
  if (typeof upper === 'number' && upper >= price) return { priceMax: upper };
  item.fault('priceMax', RULES.upper);
  return {};
}
