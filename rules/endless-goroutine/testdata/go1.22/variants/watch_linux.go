package variants

func watch() {
	for {
	}
}

func poll() {
	for {
	}
}
