package variants

import "os"

func release(f *os.File) { f.Close() }
