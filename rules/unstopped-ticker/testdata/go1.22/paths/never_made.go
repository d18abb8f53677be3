package paths

import "time"

type base struct {
	done  chan struct{}
	other chan struct{}
	given chan struct{}
	taken chan struct{}
}

type monitor struct{ base }

func newMonitor(given chan struct{}, use func(*chan struct{})) *monitor {
	m := &monitor{base: base{given: given}}
	m.other = make(chan struct{})
	use(&m.taken)
	return m
}

// Nobody makes the channel that would end the loop.
func (m *monitor) okEndless(work func()) {
	ticker := time.NewTicker(time.Second)
	for {
		select {
		case <-ticker.C:
			work()
		case <-m.done:
			return
		}
	}
}

func (m *monitor) forget() { m.done = nil }

func (m *monitor) made(work func()) {
	ticker := time.NewTicker(time.Second) // want "ticker, the ticker that time.NewTicker starts, is never stopped"
	for {
		select {
		case <-ticker.C:
			work()
		case <-m.other:
			return
		}
	}
}

func (m *monitor) madeByKey(work func()) {
	ticker := time.NewTicker(time.Second) // want "is never stopped"
	for {
		select {
		case <-ticker.C:
			work()
		case <-m.given:
			return
		}
	}
}

func (m *monitor) madeElsewhere(work func()) {
	ticker := time.NewTicker(time.Second) // want "is never stopped"
	for {
		select {
		case <-ticker.C:
			work()
		case <-m.taken:
			return
		}
	}
}

type pair struct{ first, second chan struct{} }

func newPair(c chan struct{}) pair { return pair{c, c} }

func (p pair) madeInOrder(work func()) {
	ticker := time.NewTicker(time.Second) // want "is never stopped"
	for {
		select {
		case <-ticker.C:
			work()
		case <-p.second:
			return
		}
	}
}
