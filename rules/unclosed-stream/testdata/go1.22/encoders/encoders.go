// Package encoders encodes in blocks, of which the last is written by Close.
package encoders

import (
	"encoding/base64"
	"encoding/hex"
	"io"
	"mime/quotedprintable"
	"net/smtp"
	"strings"
)

func okString(text []byte) string {
	return base64.StdEncoding.EncodeToString(text)
}

func okClosed(text []byte) string {
	var encoded strings.Builder
	w := base64.NewEncoder(base64.StdEncoding, &encoded)
	w.Write(text)
	w.Close()
	return encoded.String()
}

// Decoders and encoders without blocks have nothing to close.
func okOthers(from io.Reader, to io.Writer) error {
	_, err := io.Copy(hex.NewEncoder(to), base64.NewDecoder(base64.StdEncoding, from))
	return err
}

func okMail(client *smtp.Client, text string) error {
	w, err := client.Data()
	if err != nil {
		return err
	}
	defer w.Close()
	_, err = io.WriteString(w, text)
	return err
}

func lastBlock(text []byte) (string, error) {
	var encoded strings.Builder
	w := base64.NewEncoder(base64.StdEncoding, &encoded) // want "w, the writer that base64.NewEncoder makes, is never closed"
	if _, err := w.Write(text); err != nil {
		return "", err
	}
	return encoded.String(), nil
}

func lastLine(to io.Writer, text string) {
	w := quotedprintable.NewWriter(to) // want "w, the writer that quotedprintable.NewWriter makes, is never closed"
	io.WriteString(w, text)
}

// The mail is not sent.
func mail(client *smtp.Client, text string) error {
	w, err := client.Data() // want `w, the writer that client\.Data makes, is never closed`
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, text); err != nil {
		return err
	}
	return nil
}
