# %% [markdown]
# # Figures read from Chinese economic texts
#
# One row of the table is a statement of a quantity: what was measured, how much, of whom, where, when, and the clause that
# says so. It needs `pip install duckdb pandas matplotlib`. Run it from top to bottom.

# %%
from pathlib import Path

import duckdb
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib import font_manager

pd.set_option("display.max_colwidth", 60, "display.width", 200)

# Charts need a font with Chinese letters: the first of these that is installed.
fonts = ["Noto Sans CJK SC", "Noto Sans CJK JP", "Source Han Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
         "SimHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Noto Serif CJK SC", "Songti SC", "SimSun", "Arial Unicode MS"]
installed = {font.name for font in font_manager.fontManager.ttflist}
found = next((font for font in fonts if font in installed), None)
if found:
    plt.rcParams["font.sans-serif"] = [found, *plt.rcParams["font.sans-serif"]]
else:
    print("No font with Chinese letters is installed, so charts show boxes; one is Noto Sans CJK (Debian: fonts-noto-cjk).")
plt.rcParams["axes.unicode_minus"] = False

con = duckdb.connect()
con.read_parquet(PARQUET).create_view("facts")
facts = con.sql("SELECT * FROM facts").df()
print(f"{len(facts)} facts of {facts['doc_id'].nunique()} documents")
facts[["region_name", "indicator_text", "value", "unit", "bound", "period_end", "status", "quote"]].head()

# %% [markdown]
# What the columns mean travels in the Parquet file.

# %%
meaning = con.execute("SELECT decode(key) AS key, decode(value) AS meaning FROM parquet_kv_metadata($1)", [PARQUET]).df()
meaning = meaning[meaning["key"].str.startswith("column.")].assign(column=lambda m: m["key"].str.removeprefix("column."))
meaning[["column", "meaning"]].reset_index(drop=True)

# %% [markdown]
# ## 1. Which indicators are stated most, and how much of it is aim rather than result?

# %%
stated = con.sql("""
    SELECT indicator, mode(indicator_text) AS name, count(*) FILTER (status = 'actual') AS results,
        count(*) FILTER (status <> 'actual') AS aims
    FROM facts WHERE indicator NOT IN ('other', 'count_other') GROUP BY indicator ORDER BY count(*) DESC, indicator LIMIT 12
""").df()
print(stated.to_string(index=False))
if stated.empty:
    print("There are no such facts.")
else:
    chart = stated.iloc[::-1].assign(label=lambda s: s["name"].fillna(s["indicator"]) + " · " + s["indicator"])
    chart.plot.barh(x="label", y=["results", "aims"], stacked=True, figsize=(9, 5), xlabel="facts", ylabel="")
    plt.tight_layout()
    plt.show()

# %% [markdown]
# ## 2. Which places grew fastest?
#
# The indicator and the year of which most places state growth over a whole year.

# %%
growth = con.sql("""
    WITH growth AS (
        SELECT indicator, mode(indicator_text) AS name, year(period_end) AS year, region_code, any_value(region_name) AS place,
            arg_min(value, doc_id) AS percent, arg_min(quote, doc_id) AS quote
        FROM facts
        WHERE measure = 'growth' AND base = 'yoy' AND unit = 'percent' AND status = 'actual' AND subject_kind = 'region' AND region_code IS NOT NULL
            AND industry IS NULL AND qualifier IS NULL AND period_kind = 'during'
            AND strftime(period_start, '%m-%d') = '01-01' AND strftime(period_end, '%m-%d') = '12-31' AND year(period_start) = year(period_end)
        GROUP BY indicator, year(period_end), region_code
    ),
    widest AS (SELECT indicator, year FROM growth GROUP BY indicator, year ORDER BY count(*) DESC, indicator = 'gdp' DESC, year DESC, indicator LIMIT 1)
    SELECT indicator, name, year, place, percent, quote FROM growth SEMI JOIN widest USING (indicator, year)
    ORDER BY percent DESC, region_code LIMIT 20
""").df()
print(growth.drop(columns="name").to_string(index=False))
if growth.empty:
    print("No text states the growth of a place over a whole year.")
else:
    growth.iloc[::-1].plot.barh(x="place", y="percent", legend=False, figsize=(9, 5), ylabel="",
                                xlabel=f"{growth['name'].iloc[0]}, {growth['year'].iloc[0]}, growth in %")
    plt.tight_layout()
    plt.show()

# %% [markdown]
# ## 3. How did a place come along?
#
# The sums of money that places state for whole years, of the indicator with the longest series: the middle one
# where texts state several.

# %%
levels = con.sql("""
    WITH levels AS (
        SELECT indicator, indicator_text AS name, region_code, any_value(region_name) AS place, year(period_end) AS year,
            median(value) / 1e8 AS yi_yuan
        FROM facts
        WHERE measure = 'level' AND unit = 'CNY' AND status = 'actual' AND subject_kind = 'region' AND region_code IS NOT NULL
            AND industry IS NULL AND qualifier IS NULL AND period_kind = 'during'
            AND strftime(period_start, '%m-%d') = '01-01' AND strftime(period_end, '%m-%d') = '12-31' AND year(period_start) = year(period_end)
        GROUP BY indicator, indicator_text, region_code, year(period_end)
    ),
    long AS (SELECT indicator, name, region_code, count(*) AS years FROM levels GROUP BY indicator, name, region_code),
    chosen AS (SELECT indicator, name FROM long GROUP BY indicator, name ORDER BY max(years) DESC, sum(years) DESC, indicator, name LIMIT 1),
    shown AS (SELECT region_code, indicator, name FROM long SEMI JOIN chosen USING (indicator, name) ORDER BY years DESC, region_code LIMIT 5)
    SELECT name, place, year, yi_yuan FROM levels SEMI JOIN shown USING (region_code, indicator, name) ORDER BY place, year
""").df()
print(levels.to_string(index=False))
if levels.empty:
    print("No text states a sum of money of a place for a whole year.")
else:
    series = levels.pivot_table(index="year", columns="place", values="yi_yuan").interpolate(method="index", limit_area="inside")
    series.plot(marker=".", logy=True, figsize=(9, 5), xlabel="", ylabel=f"{levels['name'].iloc[0]}, 亿元")
    plt.gca().xaxis.get_major_locator().set_params(integer=True)
    plt.tight_layout()
    plt.show()

# %% [markdown]
# ## The sentence behind a figure
#
# The texts are in the database. It is opened read-only: a run may put a new file in its place at any time, and what is
# written to a published file is thrown away.

# %%
if Path(DATABASE).exists():
    with duckdb.connect(DATABASE, read_only=True) as db:
        print(db.execute("""
            SELECT d.title, f.value_text, substr(d.text, f.char_start + 1, f.char_end - f.char_start) AS in_text, f.sentence
            FROM facts f JOIN documents d USING (doc_id) ORDER BY f.fact_id LIMIT 3
        """).df().to_string(index=False))
else:
    print(f"{DATABASE} is not here; the quotes are in the table.")
