package variants

import "os"

// Findings are told for every system, not only for the one at hand.
func probe() bool {
	_, err := os.Open("/dev/kvm") // want "thrown away"
	return err == nil
}
