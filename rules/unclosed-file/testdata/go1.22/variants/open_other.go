//go:build !linux && !windows

package variants

func probe() bool { return false }
