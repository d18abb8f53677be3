// Regenerates every generated file of the project.
import "./generate-nodes.mjs";
import "./generate-registry.mjs";
