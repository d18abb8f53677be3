package main

import (
	"net/http"
	"sync"
)

var (
	statisticsMutex sync.Mutex
	// Clients choose the path, so there is no end to these.
	requestsByPath   = map[string]int{} // leak: growing-global
	requestsByClient = map[string]int{}
	//leakcheck:ignore growing-global the proxy in front of this service lets only known tenants through
	requestsByTenant = map[string]int{}
)

const maxClients = 10_000

// counted counts requests before they are served.
func counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		count(r)
		next.ServeHTTP(w, r)
	})
}

func count(r *http.Request) {
	statisticsMutex.Lock()
	defer statisticsMutex.Unlock()
	requestsByPath[r.URL.Path]++
	requestsByTenant[r.Header.Get("X-Tenant")]++
	if len(requestsByClient) >= maxClients {
		clear(requestsByClient)
	}
	requestsByClient[r.RemoteAddr]++
}
