// Package registries has containers that are filled once, or by those who register something.
package registries

import (
	"errors"
	"net/http"
	"reflect"
	"regexp"
	"sync"
)

type driver interface{ Open() error }

var (
	drivers   = map[string]driver{}
	factories = map[string]func() driver{}
	handlers  = map[string]http.Handler{}
	codecs    = map[string]codec{}
	names     = map[string]int{}
	hooks     []func()
	aliases   = map[string]string{}
	types     = map[reflect.Type]string{}
	patterns  = map[string]*regexp.Regexp{}
	defaults  = map[string]bool{}
	tables    = map[string]bool{}
	once      sync.Once
)

type codec struct{ name string }

func okRegister(name string, d driver)              { Register(name, d) }
func Register(name string, d driver)                { drivers[name] = d }
func okFactory(name string, make func() driver)     { factories[name] = make }
func OnExit(hook func())                            { hooks = append(hooks, hook) }
func okNamed(d *codec)                              { codecs[d.name] = *d }
func okHook(w http.ResponseWriter, r *http.Request) { OnExit(func() {}) }

// A name that is taken is refused.
func Handle(name string, h http.Handler) error {
	if _, taken := handlers[name]; taken {
		return errors.New("registries: taken: " + name)
	}
	handlers[name] = h
	return nil
}

// Names are given out once, and a second time is a mistake in the program.
func okDefine(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Path
	if names[name] != 0 {
		panic("registries: defined twice: " + name)
	}
	names[name] = 1
}

// There are only so many types.
func okTypeName(w http.ResponseWriter, r *http.Request, value any) {
	types[reflect.TypeOf(value)] = r.URL.Path
}

// Patterns are mostly constants of the program; who calls it with what is not known.
func okCompile(pattern string) *regexp.Regexp { return Compile(pattern) }

func Compile(pattern string) *regexp.Regexp {
	if found, ok := patterns[pattern]; ok {
		return found
	}
	compiled := regexp.MustCompile(pattern)
	patterns[pattern] = compiled
	return compiled
}

func okAliases() {
	for short, long := range map[string]string{"a": "all"} {
		aliases[short] = long
	}
}

func init() {
	for _, name := range []string{"gzip", "zstd"} {
		defaults[name] = true
	}
	okAliases()
}

func okOnce(w http.ResponseWriter, r *http.Request) {
	once.Do(func() { tables[r.Host] = true })
}
