import type { Model } from "../model.js";
import type { Artefact } from "./artefact.js";
import { header } from "./texts.js";

/** The clouds of the service, as data. */
export function lowerClouds({ service }: Model): Artefact {
  return {
    path: "clouds.ts",
    template: "clouds.ts",
    sources: [service.place.file],
    view: {
      header: header(service.place.file),
      service: service.name,
      clouds: service.clouds.map(({ uploadHosts, ...cloud }) => ({
        ...cloud,
        uploadHosts: Object.entries(uploadHosts).map(([dialect, hosts]) => ({ dialect, hosts })),
      })),
    },
    declares: { exports: ["clouds"] },
  };
}
