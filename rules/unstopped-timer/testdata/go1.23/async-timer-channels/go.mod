module example.com/fixture

go 1.23

godebug asynctimerchan=1
