module yiyuan

go 1.26.0

require (
	github.com/cockroachdb/apd/v3 v3.2.3
	github.com/go-ego/gse v0.80.3
	github.com/google/go-cmp v0.7.0
	golang.org/x/text v0.44.0
)

require github.com/vcaesar/cedar v0.20.2 // indirect
