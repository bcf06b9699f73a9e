import { registerDecorator } from 'class-validator';
import { isDay } from '../../../day';
import { ENTRY_ID } from '../../entry-id';

/** What a condition compares an answer with: a choice's id, a number 0–10, a day, or nothing yet. */
export function IsChoiceNumberOrDay(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isChoiceNumberOrDay',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) =>
          value === null ||
          (typeof value === 'string' && (ENTRY_ID.test(value) || isDay(value))) ||
          (Number.isInteger(value) && value >= 0 && value <= 10),
        defaultMessage: () => '$property must be the id of a choice, a number from 0 to 10, a day, or null',
      },
    });
  };
}
