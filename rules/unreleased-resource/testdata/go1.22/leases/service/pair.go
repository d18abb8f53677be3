package service

import "example.com/fixture/pool"

func second() {
	a, b := pool.Pair() // want "^b, the lease that pool.Pair acquires, is never released$"
	defer a.Close()
	pool.Ping(b)
}

func first() {
	a, b := pool.Pair() // want "^a, the lease that pool.Pair acquires, is never released$"
	defer b.Close()
	pool.Ping(a)
}
