export { Appearance, TEXT_SIZES, THEMES, type TextSize, type Theme } from './appearance';
