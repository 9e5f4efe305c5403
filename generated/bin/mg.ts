#!/usr/bin/env node
// Written by graphlet 0.1.0 from specs/service.yaml. Do not edit.
import { runShell } from "@graphlet/runtime/shell";
import { clouds } from "../clouds.js";
import { commands } from "../commands/index.js";

process.exitCode = await runShell({ name: "mg", version: "0.1.0", commands, clouds });
