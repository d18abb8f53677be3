import type { Location as SarifLocation, Notification, ReportingDescriptor } from "sarif";
import type { Notice } from "../diagnostic/index.js";
import type { ArtifactUris } from "./artifact-uris.js";
import { noticeKinds } from "./notice-kinds.js";
import { messageText, sentence } from "./sarif-message.js";

/** Kind of the notification that says what a limit of the format kept out of the report. */
const LEFT_OUT = "left-out";

/** What notifications refer to. Code scanning asks of these what it asks of rules: all three texts. */
export const notificationDescriptors: readonly ReportingDescriptor[] = [
  ...Object.entries(noticeKinds).map(([id, { title }]) => notificationDescriptor(id, sentence(title))),
  notificationDescriptor(LEFT_OUT, "More was found than the format has room for."),
];

/** A notice as a SARIF notification. */
export function sarifNotification(
  notice: Notice,
  uris: ArtifactUris,
  ruleIndex: ReadonlyMap<string, number>,
): Notification {
  const index = notice.rule === undefined ? undefined : ruleIndex.get(notice.rule);
  return {
    level: noticeKinds[notice.kind].level,
    message: { text: messageText(sentence(notice.message)) },
    descriptor: descriptor(notice.kind),
    ...(notice.file === undefined ? {} : { locations: [noticeLocation(notice.file, notice, uris)] }),
    ...(notice.rule === undefined
      ? {}
      : { associatedRule: { id: notice.rule, ...(index === undefined ? {} : { index }) } }),
    ...(notice.detail === undefined ? {} : { exception: { message: notice.detail } }),
  };
}

/** Says that something was found but is not in the report. */
export function leftOutNotification(text: string): Notification {
  return { level: "warning", message: { text }, descriptor: descriptor(LEFT_OUT) };
}

function notificationDescriptor(id: string, text: string): ReportingDescriptor {
  return { id, shortDescription: { text }, fullDescription: { text }, help: { text } };
}

/** Refers to one of `notificationDescriptors`. */
function descriptor(id: string): { id: string; index: number } {
  return { id, index: notificationDescriptors.findIndex((known) => known.id === id) };
}

function noticeLocation(file: string, { position }: Notice, uris: ArtifactUris): SarifLocation {
  const region = position && { startLine: position.line, startColumn: position.column };
  return { physicalLocation: { artifactLocation: uris.of(file), ...(region && { region }) } };
}
