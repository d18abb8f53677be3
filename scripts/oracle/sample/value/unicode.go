// Этот файл begins with a byte order mark, and 𝒸haracters outside of ASCII shift all offsets: 🙂.
package value

import "strings"

type größe struct{ länge, breite int }

func (g größe) fläche() int { return g.länge * g.breite }

func 世界(naïve string) (größe, int) {
	/* 🙂🙂 */ g := größe{länge: len("日本語"), breite: strings.Count(naïve, "é🙂")}
	return g, g.fläche() /* é */ + strings.Index(`
🙂`, naïve)
}
