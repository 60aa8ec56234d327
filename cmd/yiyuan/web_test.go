package main

import (
	"bytes"
	"fmt"
	"os"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"yiyuan/extract/web/hostile"
)

// impatient lets the command wait for no slow site where a test says so: three numbers, of milliseconds to a whole answer,
// of retries, of requests to a source.
func impatient() {
	var answer int
	if n, _ := fmt.Sscanf(os.Getenv("YIYUAN_TEST_LIMITS"), "%d %d %d", &answer, &limits.Retries, &limits.Requests); n == 3 {
		limits.Answer = time.Duration(answer) * time.Millisecond
	}
}

var sitesUp = map[*testscript.TestScript]*hostile.Site{}

func site(ts *testscript.TestScript, _ bool, _ []string) {
	s := hostile.New()
	ts.Defer(s.Shut)
	sitesUp[ts] = s
	var links []string
	for i := range 10 {
		links = append(links, fmt.Sprintf("/a/%d.html", i))
		s.Handle(links[i], hostile.Page(hostile.Article(i)))
	}
	s.Handle("/list", hostile.Page(hostile.Links(links...)))
	ts.Setenv("SITE", s.URL)
	config := fmt.Sprintf("contact: desk@example.org\nsources:\n- name: 临江日报\n  kind: list\n  url: %s/list\n  links: .list a\n  body: .article\n  allow_private: true\n  pace: 1ms\n", s.URL)
	ts.Check(os.WriteFile(ts.MkAbs("yiyuan.yaml"), []byte(config), 0o644))
}

func sitechange(ts *testscript.TestScript, _ bool, _ []string) {
	s := sitesUp[ts]
	s.Handle("/a/3.html", hostile.Page(bytes.ReplaceAll(hostile.Article(3), []byte("1003.3亿元"), []byte("2003.3亿元"))))
	s.Handle("/a/4.html", hostile.Status(404))
	s.Handle("/list", hostile.Page(hostile.Links("/a/10.html", "/a/0.html")))
}

func sitecopy(ts *testscript.TestScript, _ bool, _ []string) {
	s := sitesUp[ts]
	s.Handle("/5", hostile.Page(hostile.Article(5)))
	s.Handle("/list", hostile.Page(hostile.Links("/5", "/a/0.html")))
}

func siteempty(ts *testscript.TestScript, _ bool, _ []string) {
	sitesUp[ts].Handle("/a/3.html", hostile.Page([]byte("<html><head><meta charset=utf-8></head><body></body></html>")))
}

func sitedown(ts *testscript.TestScript, _ bool, _ []string) { sitesUp[ts].Shut() }
