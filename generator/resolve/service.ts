import { placeAt } from "../load/located.js";
import type { Service } from "../model.js";
import type { ServiceSpec } from "../spec.js";
import type { Located } from "../validate.js";

export function resolveService({ spec, root }: Located<ServiceSpec>): Service {
  return {
    name: spec.service,
    package: spec.package,
    clouds: Object.entries(spec.clouds).map(([name, { login, graph, upload }]) => ({
      name,
      login,
      graph,
      uploadHosts: upload,
    })),
    versions: Object.entries(spec.versions).map(([name, version]) => ({ name, ...version })),
    help: spec.help,
    place: placeAt(root, ["service"]),
  };
}
