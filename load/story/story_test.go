package story

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const tea = `安溪的山上从清早就有人声。合作社的采摘队沿着石阶往上走，篓子里先放一层新竹叶，再放嫩芽，说是这样压不坏。
做青的师傅守着竹筛，听叶子的声音定火候，旁人问他凭什么，他只说听惯了。镇上的集市逢三逢八开，今年多了外地来的收茶人，
价钱比往年早几天定下来。县里的老厂把旧灶换成了电灶，烟囱拆了，院子腾出来做展厅，游客可以自己揉一回茶。
傍晚起雾，路灯一盏盏亮起来，最后一辆拖拉机把当天的鲜叶送进厂门，磅秤上的数字报一声，记一笔，一天就算过完了。`

const sea = `宁德的海面上排着成片的网箱，渔排上的人家天不亮就起来喂鱼。大黄鱼怕光，捕捞要赶在日出以前，起网时声音像锣鼓。
码头边的加工厂把鱼按大小分好，去鳞开背，抹盐晾晒，半天就能装箱。冷链车排队等在坡上，司机们围着小炉子煮面。
镇里新修的防波堤挡住了北风，船可以停得更近，老渔民说这在从前想都不敢想。午后补网，女人们坐成一圈，手里的梭子飞快，
嘴里说着谁家的孩子考上了水产学校。潮水退下去的时候，滩涂上满是弯腰捡蛏的人，一直捡到看不见自己的影子。`

// damage does to a text what mirrors do: letters lost and changed, lines broken, their own words around it.
func damage(text string, seed uint64, per float64) string {
	r := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	b.WriteString("首页 > 资讯 > 正文 责任编辑：小周\n")
	for _, c := range text {
		switch {
		case r.Float64() < per:
			b.WriteRune('□')
		case r.Float64() < per:
			b.WriteString(string(c) + "\u3000\n")
		default:
			b.WriteRune(c)
		}
	}
	return b.String() + "\n相关阅读 更多精彩请下载客户端"
}

func TestCopies(t *testing.T) {
	half := string([]rune(tea)[:130])
	for _, c := range []struct {
		name string
		a, b string
		want bool
	}{
		{"the same text", tea, tea, true},
		{"other line breaks and punctuation", tea, strings.NewReplacer("，", ", ", "。", "\n\n", "\n", "").Replace(tea), true},
		{"one mirror's damage", tea, damage(tea, 3, 0.03), true},
		{"two mirrors' damage", damage(tea, 1, 0.02), damage(tea, 2, 0.02), true},
		{"cut short", tea, half, true},
		{"another story", tea, sea, false},
		{"damage does not make two stories one", damage(tea, 1, 0.02), damage(sea, 1, 0.02), false},
		{"a sentence quoted in another story", sea + string([]rune(tea)[:45]), tea, false},
		{"a story in a digest of many", half, tea + sea + strings.Repeat(sea, 2), false},
		{"nothing to compare", "茶", "茶", false},
		{"empty", "", "", false},
	} {
		if got := Copies(Of(c.a), Of(c.b)); got != c.want {
			t.Errorf("%s: copies %v, want %v", c.name, got, c.want)
		}
		if Copies(Of(c.a), Of(c.b)) != Copies(Of(c.b), Of(c.a)) {
			t.Errorf("%s: it depends on which comes first", c.name)
		}
	}
}

// TestMethod: a file keeps sketches, so one that comes out otherwise needs another number.
func TestMethod(t *testing.T) {
	var of []byte
	for _, text := range []string{"", "茶", tea, tea + sea + damage(tea+sea, 7, 0.3)} {
		made := Of(text)
		kept, err := FromBytes(made.Bytes())
		if err != nil || kept.length != made.length || !slices.Equal(kept.hashes, made.hashes) {
			t.Errorf("%d letters: kept as %v (%v), made as %v", len(text), kept, err, made)
		}
		of = append(of, made.Bytes()...)
	}
	const known = "1 2fdfa82f2e97628bfe16198ff2d88fa408d7cdc49a700fea6a709245f75b1d91"
	if got := fmt.Sprintf("%d %x", Method, sha256.Sum256(of)); got != known {
		t.Errorf("sketches are made otherwise: raise Method, and note %q here (was %q)", got, known)
	}
	for _, n := range []int{0, 7, 12, 8 + 8*size + 8} {
		if _, err := FromBytes(make([]byte, n)); err == nil {
			t.Errorf("%d bytes are taken for a sketch", n)
		}
	}
}

func TestNamesDoNotDependOnTheOrder(t *testing.T) {
	texts := []Text{{"甲/茶", Of(tea)}, {"乙/茶", Of(damage(tea, 5, 0.02))}, {"海", Of(sea)}, {"丙/茶", Of(damage(tea, 9, 0.02))}}
	want := map[string]string{}
	for i, n := range Name(texts) {
		want[texts[i].ID] = n
	}
	if want["甲/茶"] != want["乙/茶"] || want["甲/茶"] != want["丙/茶"] || want["甲/茶"] == want["海"] {
		t.Fatalf("stories %v", want)
	}
	for _, order := range [][]int{{3, 2, 1, 0}, {2, 0, 3, 1}} {
		var again []Text
		for _, i := range order {
			again = append(again, texts[i])
		}
		for i, n := range Name(again) {
			if n != want[again[i].ID] {
				t.Errorf("order %v: %s is of story %s, was %s", order, again[i].ID, n, want[again[i].ID])
			}
		}
	}
}

// TestReportsAreStoriesOfTheirOwn: reports of one government in successive years share whole paragraphs and are no copies.
func TestReportsAreStoriesOfTheirOwn(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "reports")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the reports are not beside the repository:", err)
	}
	var texts []Text
	var damaged int
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Base(path) == "README.md" {
			return err
		}
		b, err := os.ReadFile(path)
		texts = append(texts, Text{path, Of(string(b))})
		if len(texts)%50 == 1 {
			texts = append(texts, Text{path + "#mirror", Of(damage(string(b), uint64(len(texts)), 0.02))})
			damaged++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	of := map[string][]string{}
	for i, n := range Name(texts) {
		of[n] = append(of[n], texts[i].ID)
	}
	if want := len(texts) - damaged; len(of) != want {
		for _, ids := range of {
			if len(ids) > 1 && !(len(ids) == 2 && strings.HasPrefix(ids[1], ids[0])) {
				t.Errorf("one story: %v", ids)
			}
		}
		t.Errorf("%d stories of %d texts, want %d", len(of), len(texts), want)
	}
}

// A sketch holds the smallest hashes of a text, whether they are many or recur.
func TestSketch(t *testing.T) {
	letters := make([]rune, 20000)
	for i := range letters {
		letters[i] = 0x4e00 + rune(i*i%20011)
	}
	for _, c := range []struct{ name, text string }{
		{"short", tea}, {"long", string(letters)}, {"of few words", strings.Repeat(tea+sea+string(letters[:300]), 50)}, {"of fewer", strings.Repeat(tea, 100)},
	} {
		want := smallest(every(c.text))
		if got := Of(c.text).hashes; !slices.Equal(got, want) {
			t.Errorf("%s: a sketch of %d hashes, want %d", c.name, len(got), len(want))
		}
	}
}

// every makes the hashes of all shingles, one by one.
func every(text string) (hashes []uint64) {
	letters := slices.DeleteFunc([]rune(text), func(r rune) bool { return !counts(r) })
	for i := range len(letters) - shingle + 1 {
		var sum uint64
		for _, r := range letters[i : i+shingle] {
			sum = sum*base + uint64(r)
		}
		hashes = append(hashes, mix(sum))
	}
	return hashes
}

func BenchmarkOf(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	letters := []rune(tea + sea)
	var long strings.Builder
	for range 50000 {
		long.WriteRune(letters[r.IntN(len(letters))])
	}
	text := long.String()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Of(text)
	}
}

// BenchmarkName names the stories of 2,000 texts that share the phrases of their trade.
func BenchmarkName(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 4))
	letters := []rune(tea + sea)
	phrases := make([]string, 100000)
	for i := range phrases {
		var p strings.Builder
		for range 8 {
			p.WriteRune(letters[r.IntN(len(letters))])
		}
		phrases[i] = p.String()
	}
	texts := make([]Text, 2000)
	for i := range texts {
		var t strings.Builder
		for range 1500 {
			t.WriteString(phrases[r.IntN(len(phrases))])
		}
		texts[i] = Text{string(rune(i)), Of(t.String())}
	}
	for b.Loop() {
		Name(texts)
	}
}
