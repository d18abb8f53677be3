package wholefile

// want +1 "this directive silences nothing"
//leakcheck:ignore-file unclosed-file nothing is opened here

import "os"

func okStat(path string) {
	_, _ = os.Stat(path)
}
