/** Attributes of an element as texts, whatever the types of their properties are. */
import { defaultConverter, type ComplexAttributeConverter, type LitElement } from 'lit';

export interface AttributeText {
  /** Of the attribute. */
  readonly name: string;
  /** Is it there or not, whatever it says? */
  readonly isFlag: boolean;
  /** Of the property, as it is now; setting it sets the property. */
  value: unknown;
  /** The value of the property; null or NaN for a text that says none. */
  readonly read: (text: string) => unknown;
  /** Null where the attribute would be absent. */
  readonly write: (value: unknown) => string | null;
}

/** The attributes that an element takes, in the order in which its class names them. */
export function attributesOf(element: LitElement): readonly AttributeText[] {
  const { elementProperties } = element.constructor as typeof LitElement;
  const properties = element as unknown as Record<PropertyKey, unknown>;
  return [...elementProperties].flatMap(([property, { attribute = true, type, converter }]) => {
    if (attribute === false) return [];
    const name = attribute === true ? String(property).toLowerCase() : attribute;
    const { fromAttribute, toAttribute } = {
      ...defaultConverter,
      ...(converter as ComplexAttributeConverter),
    };
    const isFlag = type === Boolean;
    return {
      name,
      isFlag,
      get value() {
        return properties[property];
      },
      set value(value) {
        properties[property] = value;
      },
      // The presence of a flag says yes; where only texts are told, a no is one of them.
      read: (text) => (isFlag ? !/^(?:0|false)$/.test(text) : fromAttribute!(text, type)),
      write: (value) => {
        const text: unknown = toAttribute!(value, type);
        return text === null || text === undefined ? null : String(text as string | number);
      },
    } satisfies AttributeText;
  });
}

/** Does the value say all that the text says? Of a text that cannot be used it says something else, or nothing. */
export function isTaken(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value === text;
  return typeof value === 'number' ? value === Number(text) : value !== null;
}
