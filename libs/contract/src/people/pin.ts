import { registerDecorator } from 'class-validator';
import { isWeakPin } from './weak-pin';

/** The field holds a PIN that is not among the first guesses; says nothing about its shape. */
export function IsNoWeakPin(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'weakPin',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (pin: unknown) => typeof pin !== 'string' || !isWeakPin(pin),
        defaultMessage: () => '$property is one of the first that anybody would guess',
      },
    });
  };
}
