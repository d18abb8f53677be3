// How the scripts that need Go call it: never over the network, and with the Go that is there.

export const goEnvironment = {
  ...process.env,
  GOTOOLCHAIN: "local",
  GOFLAGS: "-mod=mod",
  GOWORK: "off",
  GOPROXY: "off",
};

/** Fixtures leak on purpose: of vet's checks, only those that have nothing to do with that. */
export const vetFlags = ["-copylocks", "-unreachable=false"];

/** What Go says of an import that is neither in the standard library nor at hand. */
export const absentModule =
  /cannot find module providing package|no required module provides package|^go: finding module for package/;
