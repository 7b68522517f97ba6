import type { Department, Office, Place } from '../knowledge.types.ts';
import type { Faults, Item } from './reader.ts';
import { readSlot } from './slots.ts';

const DEPARTMENT = [
  'id',
  'name',
  'aliases',
  'building',
  'floor',
  'phone',
  'ward',
  'bookable',
  'open',
  'intro',
  'treats',
  'emergencySigns',
] as const;
const OFFICE = ['id', 'name', 'aliases', 'building', 'floor', 'phone', 'hours', 'handles'] as const;

/** Empty texts if the file does not say where it is. */
function place(item: Item): Place {
  return { building: item.notes('building'), floor: item.notes('floor') };
}

export function readDepartment(value: unknown, path: string, faults: Faults): Department {
  const item = faults.object(value, path, DEPARTMENT);
  return {
    id: item.id('id'),
    name: item.text('name'),
    aliases: item.texts('aliases'),
    ...place(item),
    phone: item.phone('phone'),
    ...(item.has('ward') ? { ward: ward(item) } : {}),
    bookable: item.flag('bookable'),
    open: item.list('open', (slot, at) => readSlot(slot, at, faults)),
    intro: item.short('intro'),
    treats: item.texts('treats'),
    emergencySigns: item.texts('emergencySigns'),
  };
}

function ward(department: Item): NonNullable<Department['ward']> {
  const item = department.object('ward', ['building', 'floor', 'beds', 'phone']);
  return { ...place(item), phone: item.phone('phone'), beds: item.count('beds') };
}

export function readOffice(value: unknown, path: string, faults: Faults): Office {
  const item = faults.object(value, path, OFFICE);
  return {
    id: item.id('id'),
    name: item.text('name'),
    aliases: item.texts('aliases'),
    ...place(item),
    phone: item.phone('phone'),
    hours: item.text('hours'),
    handles: item.texts('handles'),
  };
}
