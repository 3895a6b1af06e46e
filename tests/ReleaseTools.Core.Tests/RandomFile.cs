using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ReleaseTools.Tests;

/// <summary>A well-formed file made at random, in two texts that differ in the version only: as it is, and as it must be after stamping.</summary>
internal sealed record RandomFile(string Path, string Before, string After, bool HasMark)
{
    /// <summary>Stands for the version's text until the file is whole.</summary>
    private const string Slot = "\ue000";

    private static readonly Gen<string> Words = Gen.Elements("a", "version", "x y", "ü", "𝄞", "👩‍👩‍👧", "0.1.0", "it's", "C:\\", "#", "");

    /// <summary>What may stand in a chart beside its versions, a whole number of lines each.</summary>
    private static readonly Gen<string> Noise = Gen.OneOf(
        Gen.Constant("\n"),
        Gen.Constant("   \t\n"),
        Words.Select(word => $"# {word}: version: 1\n"),
        Words.Select(word => $"      # {word}\n"),
        Words.Two().Select(two => $"key%: \"{Escaped(two.Item1)} # {Escaped(two.Item2)}\" # c\n"),
        Words.Two().Select(two => $"key%: '{two.Item1.Replace("'", "''", StringComparison.Ordinal)}\n\n  {two.Item2.Replace("'", "''", StringComparison.Ordinal)}'\n"),
        Words.Select(word => $"'{word.Replace("'", "''", StringComparison.Ordinal)} key%' : &anchor% !!str plain text\n"),
        Words.Select(word => $"key%: |-\n  version: {word}\n\n   appVersion: 1\n"),
        Words.Select(word => $"key%: >\n  version: {word}\n"),
        Words.Select(word => $"key%:\n- version: 0.1.0\n  appVersion: \"{Escaped(word)}\"\n- - 1\n  - {{version: 0.1.0}}\n"),
        Words.Select(word => $"key%: {{ version: 0.1.0, appVersion: [ '', \"{Escaped(word)}\" ] }} # c\n"),
        Gen.Constant("? key%\n: version\n"),
        Gen.Constant("key%:\n"));

    private static readonly Gen<string> Gaps = Gen.Elements(" ", "\t", "  \t ", "\n  ", " # why: \"not\"\n\n   ", " &ver% ", " !!str ", " ! &ver% # 𝄞\n ");

    private static readonly Gen<string> Values = Gen.Elements($"{Slot}", $"'{Slot}'", $"\"{Slot}\"");

    private static readonly Gen<string> Tails = Gen.Elements("\n", " # version: 9\n", "\t\n", "   \n");

    public static Gen<RandomFile> Chart { get; } =
        from before in Noise.ListOf()
        from between in Noise.ListOf()
        from after in Noise.ListOf()
        from version in Entry("version")
        from app in Gen.OneOf(Entry("appVersion"), Gen.Constant(""))
        from swapped in Gen.Elements(true, false)
        from lineEnd in Gen.Elements("\n", "\r\n", "\r")
        from ends in Gen.Elements(true, false)
        from hasMark in Gen.Elements(true, false)
        let lines = string.Concat([.. before, swapped ? app : version, .. between, swapped ? version : app, .. after])
        let numbered = Numbered(ends ? lines : lines.TrimEnd('\n', ' ', '\t')).Replace("\n", lineEnd, StringComparison.Ordinal)
        select Filled("Chart.yaml", numbered, hasMark);

    public static Gen<RandomFile> Package { get; } =
        from before in Member.ListOf()
        from after in Member.ListOf()
        from space in Space
        from hasMark in Gen.Elements(true, false)
        let members = before.Append($"{space}\"version\"{space}:{space}\"{Slot}\"{space}").Concat(after)
        select Filled("package.json", $"{space}{{{Numbered(string.Join(',', members))}}}{space}", hasMark);

    /// <summary>Pieces of YAML and JSON in no order.</summary>
    public static Gen<RandomFile> Rubbish { get; } =
        from path in Gen.Elements("Chart.yaml", "package.json")
        from start in Gen.Elements("version: ", "{\"version\": ", "{ version: ", "")
        from pieces in Gen.Elements("version", ":", " ", "\n", "\r", "\t", "-", "- ", "{", "}", "[", "]", ",", "\"", "'", "#", "&a ", "*a", "!!str ", "! ", "|", ">", "?", "? ", "%", "@", "`", "\\", "{{", "}}", "---", "...", "1.0", "~", "𝄞", "\0", "\ufeff", "\u2028", "\u0085", "<<", "=", "key: v\n").ListOf()
        select new RandomFile(path, start + string.Concat(pieces), "", HasMark: false);

    private static Gen<string> Space => Gen.Elements("", " ", "\t", "\n  ", "\r\n", " \r ");

    private static Gen<string> Member =>
        from name in Words
        from text in Words
        from value in Gen.Elements("\"?\"", "1e-3", "null", "true", "[ \"?\", {\"version\":\"?\"} ]", "{ \"version\" : \"0.1.0\", \"?\":{} }", "\"\\ud83d\\udc69\\\"version\\\":\"")
        from space in Space
        select $"{space}\"{Escaped(name)}%\"{space}:{space}{value.Replace("?", Escaped(text), StringComparison.Ordinal)}{space}";

    public byte[] Bytes(string text) => [.. HasMark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(text)];

    public override string ToString() => $"{Path}: {Escaped(Before)}";

    private static Gen<string> Entry(string key) =>
        from quoted in Gen.Elements(key, $"'{key}'", $"\"{key}\"", $"{key} ", $"? {key}\n")
        from gap in Gaps
        from value in Values
        from tail in Tails
        select $"{quoted}:{gap}{value}{tail}";

    private static RandomFile Filled(string path, string text, bool hasMark) =>
        new(path, text.Replace(Slot, "0.1.0", StringComparison.Ordinal), text.Replace(Slot, "1.4.0-rc.1", StringComparison.Ordinal), hasMark);

    /// <summary>Keys are told apart by a number in place of each percent sign.</summary>
    private static string Numbered(string text) => string.Concat(text.Split('%').Select((part, index) => index == 0 ? part : $"{index}{part}"));

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
