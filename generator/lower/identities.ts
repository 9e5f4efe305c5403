import type { Identity, Model } from "../model.js";
import type { Artefact } from "./artefact.js";
import { type Import, importsFor } from "./imports.js";
import { modelType } from "./model-type.js";
import { pascal, words } from "../conventions/words.js";
import { fileName, propertyName } from "./names.js";
import { header } from "./texts.js";

/** The TypeScript type of what `-InputObject` takes. */
export function identityType(identity: Identity): Import {
  // the modules of two API versions have identities of one .NET name
  const name = `${pascal(words(identity.name))}Identity`;
  return { from: `identities/${fileName(name)}.ts`, name, type: true };
}

/** One file per module's identity. */
export function lowerIdentities(model: Model): Artefact[] {
  return model.identities.map((identity) => {
    const { from: path, name } = identityType(identity);
    const types = identity.fields.map(({ type }) => modelType({ kind: "scalar", name: type }));
    return {
      path,
      template: "identity.ts",
      sources: [identity.place.file],
      view: {
        header: header(identity.place.file),
        imports: importsFor(
          path,
          types.flatMap(({ imports }) => imports),
        ),
        name,
        module: identity.module,
        fields: identity.fields.map((field, index) => ({
          property: propertyName(field.name),
          type: types[index]?.text,
          description: field.description,
        })),
      },
      declares: { exports: [name] },
    };
  });
}
