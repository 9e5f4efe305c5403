import { identityTypeName } from "../conventions/dotnet-types.js";
import { describePathParameter, parameterNameOf } from "../conventions/parameters.js";
import { keyPlaceAt, placeAt } from "../load/located.js";
import type { Identity, IdentityField } from "../model.js";
import type { IdentitySpec } from "../spec.js";
import type { Located } from "../validate.js";
import type { Report } from "./context.js";

/** An identity with its fields in code unit order; two fields of one name are refused. */
export function resolveIdentity({ spec, root }: Located<IdentitySpec>, report: Report): Identity {
  const fields = new Map<string, { field: IdentityField; index: number }>();
  const placeOf = (index: number) => placeAt(root, ["fields", index]);
  for (const [index, { name, about }] of spec.fields.entries()) {
    const type = about?.type ?? "string";
    const field = {
      name: about?.name ?? parameterNameOf(name),
      pathParameter: name,
      type,
      description: about?.description ?? describePathParameter(name, type),
    };
    const key = field.name.toLowerCase();
    const first = fields.get(key);
    if (!first) fields.set(key, { field, index });
    else {
      const related = [{ place: placeOf(first.index), message: `${first.field.pathParameter} stands here` }];
      report("name/collision", placeOf(index), `the field ${name} is ${field.name}, as another is`, { related });
    }
  }
  return {
    name: spec.identity,
    module: spec.module,
    typeName: identityTypeName(spec.module),
    fields: [...fields.values()].map(({ field }) => field).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    place: keyPlaceAt(root, ["identity"]),
  };
}
