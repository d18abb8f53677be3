module example.com/sample/plugin

go 1.23

require example.com/sample v0.0.0

replace example.com/sample => ../
