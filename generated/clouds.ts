// Written by graphlet 0.1.0 from specs/service.yaml. Do not edit.
import type { Cloud } from "@graphlet/runtime/graph/clouds";

/** The clouds of Microsoft Graph; the first is the default. */
export const clouds: readonly Cloud[] = [
  {
    name: "Global",
    login: "login.microsoftonline.com",
    graph: "graph.microsoft.com",
    uploadHosts: {
      outlook: ["outlook.office.com", "outlook.office365.com"],
      todo: ["graph.microsoft.com"],
      drive: ["*.sharepoint.com", "*.up.1drv.com", "api.onedrive.com", "my.microsoftpersonalcontent.com"],
      print: ["print.print.microsoft.com"],
    },
  },
  {
    name: "USGov",
    login: "login.microsoftonline.us",
    graph: "graph.microsoft.us",
    uploadHosts: { outlook: ["outlook.office365.us"], todo: ["graph.microsoft.us"], drive: ["*.sharepoint.us"] },
  },
  {
    name: "USGovDoD",
    login: "login.microsoftonline.us",
    graph: "dod-graph.microsoft.us",
    uploadHosts: {
      outlook: ["outlook-dod.office365.us"],
      todo: ["dod-graph.microsoft.us"],
      drive: ["*.sharepoint-mil.us"],
    },
  },
  {
    name: "China",
    login: "login.chinacloudapi.cn",
    graph: "microsoftgraph.chinacloudapi.cn",
    uploadHosts: {
      outlook: ["partner.outlook.cn"],
      todo: ["microsoftgraph.chinacloudapi.cn"],
      drive: ["*.sharepoint.cn"],
    },
  },
];
