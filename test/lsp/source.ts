/** A package with a file that is opened and never closed: an error on line 6 with a fix. */
export const leaking = `package app

import "os"

func size(path string) int64 {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	info, _ := f.Stat()
	return info.Size()
}
`;

/** The same, closed. */
export const clean = leaking.replace("\tinfo", "\tdefer f.Close()\n\tinfo");
