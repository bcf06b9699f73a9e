import { registerDecorator } from 'class-validator';
import { isDay } from './day';

/** The field holds a calendar day that exists (`2027-02-30` does not). */
export function IsDay(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: String(property),
      validator: { validate: isDay, defaultMessage: () => '$property must be a day written YYYY-MM-DD' },
    });
  };
}
