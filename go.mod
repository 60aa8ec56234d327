module yiyuan

go 1.26.0

require (
	github.com/cockroachdb/apd/v3 v3.2.3
	golang.org/x/text v0.44.0
)

require pgregory.net/rapid v1.3.0
