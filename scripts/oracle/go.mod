module leakcheck/oracle

go 1.23
