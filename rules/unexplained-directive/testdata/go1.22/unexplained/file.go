// want +1 "gives no reason"
//leakcheck:ignore-file unclosed-file

package unexplained

import "os"

func wholeFile(path string) {
	_, _ = os.Open(path)
}
