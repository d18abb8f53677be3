package users

import "gorm.io/gorm"

type user struct{ Name string }

func first(db *gorm.DB) (*user, error) {
	rows, err := db.Model(&user{}).Rows() // want "Rows opens, is never closed"
	if err != nil {
		return nil, err
	}
	var found user
	for rows.Next() {
		if err := db.ScanRows(rows, &found); err != nil {
			return nil, err
		}
	}
	return &found, rows.Err()
}

func all(db *gorm.DB) ([]user, error) {
	rows, err := db.Model(&user{}).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []user
	for rows.Next() {
		var next user
		if err := db.ScanRows(rows, &next); err != nil {
			return nil, err
		}
		found = append(found, next)
	}
	return found, rows.Err()
}
