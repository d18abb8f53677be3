import type { ResourceFacts } from "./resource.js";

/** Memory of C, which Go's collector does not know. What is freed is most often converted: `C.free(unsafe.Pointer(s))`. */
export const cMemory: ResourceFacts = {
  noun: "C memory",
  acquire: {
    "C.CBytes": [0],
    "C.CString": [0],
    "C.calloc": [0],
    "C.malloc": [0],
    "C.realloc": [0],
    "C.strdup": [0],
    "C.strndup": [0],
  },
  release: { functions: ["C.free"], written: "C.free(unsafe.Pointer({}))" },
  keepable: "cheap",
};

/** Functions of C that free what they are given, by the words in their names: `C.g_free`, `C.CFRelease`, `C.list_destroy`. */
export const releasersInC = /^C\.\w*(?:clear|destroy|dispose|free|release|unref)/i;

/**
 * Functions of C that may go on using what they are given when they have returned: `C.list_append`, `C.takeName`. All
 * others only look at it, or copy it: that is the custom for strings and buffers.
 */
export const takersInC =
  /^C\.(?:(?:\w*_)?(?:adopt|append|attach|bind|enqueue|init|insert|openlog|own|push|putenv|realloc|register|setvbuf|steal|take)|\w*(?:Adopt|Append|Attach|Bind|Enqueue|Init|Insert|Own|Push|Register|Steal|Take))/;

/** Functions of C's library that take a buffer and leave it to its owner, or free it, and `C.GoString` and its like. */
export const libraryOfC =
  /^C\.(?:free|realloc|(?:mem|str|get|Go)\w+|v?sn?printf|f?(?:gets|puts|read|write)|realpath)$/;
