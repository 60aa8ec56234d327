package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yiyuan/load"
)

// advice is what to type next where something is wrong.
type advice struct{ trouble, chinese, next string }

// advices are by the sentinel of the trouble; %s is the database.
var advices = []struct {
	is error
	advice
}{
	{load.ErrNoFolder, advice{"the folder is not there", "目录不存在", "mkdir -p \"$(dirname %s)\""}},
	{load.ErrReadOnly, advice{"you may not write to the folder", "没有该目录的写权限", "ls -ld \"$(dirname %s)\""}},
	{load.ErrShortDisk, advice{"a run needs room for twice the database", "磁盘空间不足，运行需要两倍于数据库的空间", "df -h \"$(dirname %s)\""}},
	{load.ErrLocked, advice{"another run is under way; wait for it", "另一次运行正在进行，请等待", "cat %s.lock"}},
	{load.ErrStrayWAL, advice{"somebody opened the file for writing; the next run takes the log away", "有人以写方式打开过该文件，下次运行会清除日志", "ls -l %s.wal"}},
	{load.ErrNoDatabase, advice{"there is no database yet", "数据库尚未建立", "yiyuan run --db %s"}},
	{load.ErrNewerSchema, advice{"a newer yiyuan wrote the database", "数据库由更新版本的 yiyuan 写成", "yiyuan version"}},
	{load.ErrForeign, advice{"the database is not one of yiyuan's", "这不是 yiyuan 的数据库", "yiyuan run --db another.duckdb"}},
	{load.ErrNotDatabase, advice{"the file is no DuckDB database", "该文件不是 DuckDB 数据库", "mv %s %[1]s.old"}},
}

// examine prints what was found of the machine and the configuration. A database that is not there yet is told and is no
// trouble.
func examine(ctx context.Context, out io.Writer, db, config string) error {
	found, err := load.Examine(ctx, db)
	if err != nil {
		return err
	}
	wrong, locked := 0, false
	for _, f := range found {
		if f.Trouble == nil {
			fmt.Fprintf(out, "ok    %s: %s\n", f.Looked, harmless(f.Found))
			continue
		}
		if !errors.Is(f.Trouble, load.ErrNoDatabase) {
			wrong++
		}
		locked = locked || errors.Is(f.Trouble, load.ErrLocked)
		printAdvice(out, f, db)
	}
	printFonts(out)
	if err := printSources(out, config); err != nil {
		return err
	}
	if locked && wrong == 1 {
		return exit(statusLocked, "a run is under way, and nothing else is wrong")
	}
	if wrong > 0 {
		return exit(statusFailures, "%d of these would keep a run from its work", wrong)
	}
	return nil
}

func printAdvice(out io.Writer, f load.Finding, db string) {
	fmt.Fprintf(out, "wrong %s: %s\n", f.Looked, harmless(f.Found))
	for _, a := range advices {
		if errors.Is(f.Trouble, a.is) {
			next := a.next
			if strings.Contains(next, "%") {
				next = fmt.Sprintf(next, db)
			}
			fmt.Fprintf(out, "      %s\n      %s\n      next 下一步: %s\n", a.trouble, a.chinese, next)
			return
		}
	}
	fmt.Fprintf(out, "      %s\n", harmless(f.Trouble.Error()))
}

// chartFonts begin the names of the files of fonts with Chinese letters, as the notebook looks for them.
var chartFonts = []string{"NotoSansCJK", "SourceHanSans", "PingFang", "Hiragino Sans GB", "msyh", "wqy", "SimHei"}

// printFonts tells whether charts could show Chinese; a run does not need them.
func printFonts(out io.Writer) {
	home, _ := os.UserHomeDir()
	for _, dir := range []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".fonts"), filepath.Join(home, ".local/share/fonts"), "/System/Library/Fonts", "/Library/Fonts"} {
		if name := fontIn(dir); name != "" {
			fmt.Fprintf(out, "ok    fonts: %s\n", name)
			return
		}
	}
	fmt.Fprint(out, "note  fonts: none with Chinese letters, so charts of an exported notebook show boxes\n"+
		"      没有中文字体，导出笔记本的图表将显示方框\n      next 下一步: apt-get install fonts-noto-cjk\n")
}

func fontIn(dir string) (found string) {
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // a folder that may not be read holds no font for us
		}
		for _, f := range chartFonts {
			if strings.HasPrefix(d.Name(), f) && !d.IsDir() {
				found = path
				return fs.SkipAll
			}
		}
		return nil
	})
	return found
}

func printSources(out io.Writer, config string) error {
	conf, err := sourcesOf(config)
	if err != nil {
		return err
	}
	for _, p := range conf.Sources {
		fmt.Fprintf(out, "ok    source: %s %s %s; look at it with: yiyuan doctor %s\n", p.Name, p.Kind, p.URL, p.Name)
	}
	if len(conf.Sources) == 0 {
		fmt.Fprintf(out, "note  sources: none in %s; a run without PATH reads the sample\n      %s 中没有数据源，不带路径运行时读取样例\n", config, config)
	}
	return nil
}
