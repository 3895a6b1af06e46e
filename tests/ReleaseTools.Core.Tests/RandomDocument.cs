using System.Text;
using System.Text.Json;
using ReleaseTools.Stamping;

namespace ReleaseTools.Tests;

/// <summary>A well-formed YAML, JSON, XML or TOML document made at random, with one value in it that is to be stamped, and the setting that says where.</summary>
/// <param name="Setting">The name of the setting.</param>
/// <param name="Path">Its value.</param>
/// <param name="Text">With a slot for what is written.</param>
/// <param name="Old">What is written before, as the language wants it.</param>
/// <param name="Quoted">What goes around that, before and after.</param>
internal sealed record RandomDocument(string Setting, string Path, string Text, string Old, string Quoted)
{
    private const string Slot = "\ue000";
    private const int MaxDepth = 5;

    private static readonly string[] Words = ["a", "version", "tag", "ü", "𝄞", "x y", "0.1.0", "app.kubernetes.io/version", "C:\\", "it's", "#", "- ", "{}", "<b>", "&amp;", "]]>", "null", "=", "👩‍👩‍👧"];

    public static RandomDocument Next(Random random)
    {
        var (setting, maker) = random.Next(4) switch
        {
            0 => ("yaml", Yaml),
            1 => ("json", Json),
            2 => ("toml", Toml),
            _ => ("xml", (Func<Random, List<object>, string>)Xml),
        };

        var way = new List<object>();
        var depth = random.Next(1, MaxDepth);

        while (way.Count < depth)
        {
            way.Add(setting is "xml" || way.Count == 0 || random.Next(3) > 0 ? Key(random, setting) : random.Next(3));
        }

        var quote = setting switch { "json" => "\"", "xml" => "", "toml" => random.Next(2) == 0 ? "'" : "\"", _ => new[] { "", "'", "\"" }[random.Next(3)] };
        var text = maker(random, way).Replace("\n", new[] { "\n", "\r\n", setting == "yaml" ? "\r" : "\n" }[random.Next(3)], StringComparison.Ordinal);
        return new(setting, Written(setting, way), text, "0.1.0-old", quote);
    }

    public byte[] Bytes(string value, Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(Text.Replace(Slot, $"{Quoted}{value}{Quoted}", StringComparison.Ordinal))];

    public IStamper Stamper() => StamperList.ByPlace.Single(place => place.Setting == Setting).Create(Path)!;

    public override string ToString() => $"{Setting} {Path}: {JsonSerializer.Serialize(Text)}";

    private static string Key(Random random, string setting) => setting == "xml" ? new[] { "a", "version", "b-c", "x.y" }[random.Next(4)] : Words[random.Next(Words.Length)];

    private static string Written(string setting, List<object> way) => setting == "xml"
        ? string.Join('/', way)
        : string.Concat(way.Select((part, i) => part is int index ? $"[{index}]" : part is string key && key.AsSpan().IndexOfAny(".[]") < 0 ? (i == 0 ? "" : ".") + key : $"[\"{part}\"]"));

    /// <summary>Each level holds the way on among other things: keys that are told apart by a number, or items before and behind.</summary>
    private static string Json(Random random, List<object> way) => Level(random, way, 0, (value, space) => $"{space}{value}{space}", Space, JsonText, JsonText);

    private static string Yaml(Random random, List<object> way)
    {
        if (random.Next(2) == 0)
        {
            return $"# {Words[random.Next(Words.Length)]}\n" + Level(random, way, 0, (value, _) => $" {value} ", _ => " ", JsonText, JsonText) + "\n";
        }

        var text = new StringBuilder("%YAML 1.1\n---\n".Substring(random.Next(2) * 14));
        var indent = "";

        for (var depth = 0; depth < way.Count; depth++)
        {
            var isLast = depth == way.Count - 1;

            if (way[depth] is int index)
            {
                text.Append(string.Concat(Enumerable.Range(0, index).Select(i => $"{indent}- {JsonText(Words[random.Next(Words.Length)])} # {i}\n"))).Append(indent).Append('-');
            }
            else
            {
                text.Append(random.Next(2) == 0 ? $"{indent}k{depth}: |\n{indent}  tag: 0.1.0\n\n" : $"{indent}k{depth}: &k{depth} [ 0.1.0, {{ version: 0.1.0 }} ]\n").Append(indent).Append(JsonText((string)way[depth])).Append(':');
            }

            text.Append(isLast ? $" {(random.Next(3) == 0 ? "!!str &v " : "")}{Slot} # 0.1.0\n" : random.Next(2) == 0 ? " # why\n" : "\n");
            indent += "  ";
        }

        return text.ToString();
    }

    private static string Toml(Random random, List<object> way)
    {
        // Items of a list are tables there, so an index leads to a table's name.
        for (var i = 0; i < way.Count; i++)
        {
            way[i] = way[i] is int ? "i" : way[i];
        }

        var text = new StringBuilder($"k0 = {{ a = [ 1, 'x', [ {{}} ] ], b.c = \"\\\"]\" }} # x\nk1 = \"\"\"\n[a]\n\\\"\"\"\"\"\"\n");
        var table = string.Join(" . ", way.SkipLast(1).Select(part => JsonText($"{part}")));
        return text.Append(table.Length > 0 ? $"[ {table} ] # [a]\n" : "").Append($"\"k2\"=1979-05-27 07:32:00.5\n\t{JsonText($"{way[^1]}")} = {Slot} # '0.1.0'\n[[list]]\na = 1\n[[list]]\na = 1").ToString();
    }

    private static string Xml(Random random, List<object> way)
    {
        var noise = new[] { "", "\n", "<!-- <a>0.1.0</a> -->", "<![CDATA[<a>]]>", "<?p 0.1.0?>", "𝄞 &lt;", "<other a='>' b=\"&quot;\"/>", "<other><a>0.1.0</a></other>" };
        string Noise() => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => noise[random.Next(noise.Length)]));
        var blank = new[] { "", " ", "\n\t", "<!-- 0.1.0 -->", "<?p?>" };
        var value = $"{blank[random.Next(5)]}{(random.Next(3) == 0 ? $"<![CDATA[ {Slot}]]>" : Slot)}{blank[random.Next(5)]}";
        var text = way.AsEnumerable().Reverse().Select((name, i) => (Name: $"{name}", IsLast: i == 0)).Aggregate(value, (inner, one) =>
            $"<{one.Name} x='1'\n>{(one.IsLast ? inner : Noise() + inner + Noise())}</{one.Name} >");
        return $"{(random.Next(2) == 0 ? "<?xml version='1.0'?>\n<!DOCTYPE a [ <!ENTITY x '<a>0.1.0</a>'> ]>\n" : "")}{text}\n";
    }

    private static string Level(Random random, List<object> way, int depth, Func<string, string, string> spaced, Func<Random, string> space, Func<string, string> scalar, Func<string, string> key)
    {
        if (depth == way.Count)
        {
            return Slot;
        }

        var inner = Level(random, way, depth + 1, spaced, space, scalar, key);
        string Other() => new[] { "1", "null", "[]", "{}", "[ \"0.1.0\", { \"version\": \"0.1.0\" } ]", scalar(Words[random.Next(Words.Length)]) }[random.Next(6)];
        var before = way[depth] is int index ? index : random.Next(3);
        var items = Enumerable.Range(0, before).Select(_ => Other()).Append(inner).Concat(Enumerable.Range(0, random.Next(3)).Select(_ => Other())).ToArray();

        return way[depth] is int
            ? $"[{string.Join(',', items.Select(item => spaced(item, space(random))))}]"
            : $"{{{string.Join(',', items.Select((item, i) => spaced($"{(i == before ? key((string)way[depth]) : $"\"k{i}\"")}{new[] { "", " ", "\n " }[random.Next(3)]}: {item}", space(random))))}}}";
    }

    private static string Space(Random random) => new[] { "", " ", "\t", "\n  ", "/* \"version\": 1 */", "// x\n" }[random.Next(6)];

    private static string JsonText(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal)}\"";
}
