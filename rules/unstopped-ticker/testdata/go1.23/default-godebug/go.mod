module example.com/fixture

go 1.23

godebug default=go1.22
