import { didYouMean } from "../cmdlet/did-you-mean.js";

/** What promises, serializers, inspectors and test runners look for on any object. */
const probes = /^(?:then|toJSON|inspect|asymmetricMatch|nodeType|tagName|hasAttribute|length|size|[_$@].*)$/;

/**
 * Makes a read of a member that an object of the class does not have a TypeError, instead of the `undefined` that
 * surfaces somewhere else. Such reads alone reach the proxy at the end of the prototype chain: others cost nothing.
 */
export function refuseUnknownMembers(base: { prototype: object }): void {
  const end = Object.create(Object.prototype) as object;
  const get = (target: object, key: string | symbol, receiver: object): unknown => {
    if (typeof key === "symbol" || key in target || probes.test(key)) return Reflect.get(target, key, receiver);
    const members = membersOf(receiver, base.prototype);
    const meant = didYouMean(key, members);
    const help = meant ? `Did you mean '${meant}'?` : `It has ${members.join(", ") || "none"}.`;
    throw new TypeError(`${receiver.constructor.name} has no member '${key}'. ${help}`);
  };
  Object.setPrototypeOf(base.prototype, new Proxy(end, { get }));
}

/** what the classes between an object and its base class declare */
function membersOf(object: object, end: object): string[] {
  const members: string[] = [];
  let prototype: unknown = Object.getPrototypeOf(object);
  while (typeof prototype === "object" && prototype !== null && prototype !== end) {
    members.push(...Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor"));
    prototype = Object.getPrototypeOf(prototype);
  }
  return members;
}
