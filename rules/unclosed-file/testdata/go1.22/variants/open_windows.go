package variants

import "os"

func probe() bool {
	_, err := os.Open("NUL") // want "thrown away"
	return err == nil
}
