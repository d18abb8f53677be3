package job

import (
	"archive/zip"
	"os"
)

// Sizes adds up how big archives are. All of them are open at the end.
func Sizes(paths []string) (int64, error) {
	var total int64
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return 0, err
		}
		defer file.Close() // leak: defer-in-loop
		info, err := file.Stat()
		if err != nil {
			return 0, err
		}
		total += info.Size()
	}
	return total, nil
}

// Unpacked adds up how big the files in archives are.
func Unpacked(paths []string) (uint64, error) {
	var total uint64
	for _, path := range paths {
		size, err := unpacked(path)
		if err != nil {
			return 0, err
		}
		total += size
	}
	return total, nil
}

func unpacked(path string) (uint64, error) {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return 0, err
	}
	defer archive.Close()
	var total uint64
	for _, entry := range archive.File {
		total += entry.UncompressedSize64
	}
	return total, nil
}
