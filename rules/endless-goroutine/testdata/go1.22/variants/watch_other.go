//go:build !linux

package variants

func watch() {}

func poll() {
	for true {
	}
}
