// Package convert makes other formats of CSV files, with the programs of an office suite.
package convert

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

const program = "soffice"

// Sheet makes a spreadsheet of a CSV file and copies it to a writer. Without an office suite an empty folder stays.
func Sheet(path string, to io.Writer) error {
	folder, err := os.MkdirTemp("", "sheet-*") // leak: unremoved-temp-file
	if err != nil {
		return err
	}
	if _, err := exec.LookPath(program); err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	return convert(path, "ods", folder, to)
}

// Page makes a page to print of a CSV file and copies it to a writer.
func Page(path string, to io.Writer) error {
	folder, err := os.MkdirTemp("", "page-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	return convert(path, "pdf", folder, to)
}

// WarmUp starts the office suite, so that the first file does not take long. It stays a zombie once it has ended.
func WarmUp() error {
	suite := exec.Command(program, "--headless", "--terminate_after_init")
	if err := suite.Start(); err != nil { // leak: unwaited-process
		return err
	}
	return nil
}

// Clear lets the office suite forget its settings.
func Clear() error {
	suite := exec.Command(program, "--headless", "--safe-mode", "--terminate_after_init")
	if err := suite.Start(); err != nil {
		return err
	}
	return suite.Wait()
}

func convert(path, format, folder string, to io.Writer) error {
	if err := exec.Command(program, "--headless", "--convert-to", format, "--outdir", folder, path).Run(); err != nil {
		return err
	}
	made, err := filepath.Glob(filepath.Join(folder, "*."+format))
	if err != nil {
		return err
	}
	for _, name := range made {
		if err := copyTo(to, name); err != nil {
			return err
		}
	}
	return nil
}

func copyTo(to io.Writer, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(to, file)
	return err
}
