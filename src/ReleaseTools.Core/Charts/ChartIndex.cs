using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>The index.yaml of a repository of charts. Charts are added by splices: what is there stays as it is, byte for byte.</summary>
internal sealed class ChartIndex
{
    private const int KeyColumn = 2;

    private readonly SourceText _source;
    private readonly YamlNode _root;
    private readonly YamlNode _entries;
    private readonly string _lineEnd;

    private ChartIndex(SourceText source, YamlNode root, YamlNode entries)
    {
        _source = source;
        _root = root;
        _entries = entries;
        _lineEnd = source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    /// <summary>How many versions of charts it lists.</summary>
    public int Count => _entries.Entries.Sum(entry => entry.Value.Items.Length);

    public static ChartIndex Empty(string path, DateTimeOffset date) =>
        Parse(SourceText.From(path, $"apiVersion: v1\nentries: {{}}\ngenerated: {YamlText.Write(IndexedChart.Text(date), YamlKind.DoubleQuoted)}\n"));

    /// <exception cref="ReleaseException">RT3… or RT7095: it is no index.</exception>
    public static ChartIndex Parse(SourceText source)
    {
        var root = YamlLocator.Parse(source);

        if (root is not { Kind: YamlKind.Mapping } || YamlLocator.Find(source, root, "apiVersion") is not { Length: > 0 })
        {
            throw new ReleaseException(ChartDiagnostics.NotAnIndex(source.SpotAt(root?.Start ?? 0), "The file says no 'apiVersion'"));
        }

        var entries = YamlLocator.Find(source, root, "entries");

        return entries is null ? throw new ReleaseException(ChartDiagnostics.NotAnIndex(source.SpotAt(root.Start), "The file has no 'entries'"))
            : entries.Kind != YamlKind.Mapping && !YamlScalar.IsNull(entries) ? throw new ReleaseException(ChartDiagnostics.NotAnIndex(source.SpotAt(entries.Start), "'entries' holds no charts under their names"))
            : entries.Entries.FirstOrDefault(entry => entry.Value.Items.Length == 0 || entry.Value.Items.Any(item => item.Kind != YamlKind.Mapping)) is { Key: { } odd }
                ? throw new ReleaseException(ChartDiagnostics.NotAnIndex(source.SpotAt(odd.Start), $"'{odd.Text}' is no list of versions"))
            : new(source, root, entries);
    }

    /// <summary>The index with these charts as well, in Helm's order; the very same where it lists all of them already.</summary>
    /// <param name="charts">Each name and version once.</param>
    /// <param name="date">When it was changed, if it is.</param>
    /// <exception cref="ReleaseException">RT7095: it is written so that nothing can be added. RT7096: it lists another chart under a name and version.</exception>
    public SourceText With(IEnumerable<IndexedChart> charts, DateTimeOffset date)
    {
        var all = charts.ToArray();
        var others = all.Select(FindOther).OfType<Diagnostic>().ToArray();
        IndexedChart[] added = [.. all.Where(chart => Find(chart) is null)];

        if (others.Length > 0 || added.Length == 0)
        {
            return others.Length > 0 ? throw new ReleaseException(others) : _source;
        }

        // Insertions at one place come in this order.
        var groups = added.GroupBy(chart => chart.Metadata.Name).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (Name: group.Key, Charts: Sorted(group))).ToArray();
        var edits = _entries.Entries.Length == 0 ? [Open(groups)] : groups.SelectMany(group => Insert(group.Name, group.Charts));
        var written = _source.With(edits.Concat(Generated(date)));
        return Holds(written, Count + added.Length, added) ? written : throw new ReleaseException(ChartDiagnostics.NotAnIndex(_source.SpotAt(_entries.Start), "The entries are laid out in a way of their own"));
    }

    private static List<IndexedChart> Sorted(IEnumerable<IndexedChart> charts)
    {
        var sorted = new List<IndexedChart>();

        foreach (var chart in charts)
        {
            var place = sorted.FindIndex(other => IndexedChart.IsBefore(chart.Metadata.Version, other.Metadata.Version));
            sorted.Insert(place < 0 ? sorted.Count : place, chart);
        }

        return sorted;
    }

    /// <summary>A new chart stands among the names, a new version of one that is listed among its versions.</summary>
    private IEnumerable<TextEdit> Insert(string name, List<IndexedChart> charts)
    {
        if (_entries.Entries.FirstOrDefault(entry => entry.Key.Text == name).Value is { Items: [var first, ..] items })
        {
            var column = Column(first, "-");
            return charts.Select(chart => InsertAt(
                items.FirstOrDefault(item => IndexedChart.IsBefore(chart.Metadata.Version, Text(item, "version"))) is { } next ? LineStart(next.Start) : LineEnd(End(items[^1])),
                new YamlWriter(_lineEnd).Item(chart.Values, column).ToString()));
        }

        var keyColumn = Column(_entries.Entries[0].Key, "");
        var after = _entries.Entries.FirstOrDefault(entry => string.CompareOrdinal(entry.Key.Text, name) > 0).Key;
        return [InsertAt(after is null ? LineEnd(End(_entries)) : LineStart(after.Start), Write(name, charts, keyColumn))];
    }

    /// <summary>In the place of <c>{}</c>, or of nothing.</summary>
    private TextEdit Open((string Name, List<IndexedChart> Charts)[] groups)
    {
        var end = _entries.Kind == YamlKind.Mapping ? _source.Text.IndexOf('}', _entries.Start) + 1 : _entries.Start + _entries.Length;
        var start = _source.Text.AsSpan(0, _entries.Start).TrimEnd(' ').Length;
        return new(start, end - start, $"{_lineEnd}{string.Concat(groups.Select(group => Write(group.Name, group.Charts, KeyColumn)))[..^_lineEnd.Length]}");
    }

    private string Write(string name, List<IndexedChart> charts, int column) =>
        charts.Aggregate(new YamlWriter(_lineEnd).Key(name, column), (writer, chart) => writer.Item(chart.Values, column)).ToString();

    private TextEdit InsertAt(int offset, string text) =>
        new(offset, 0, offset > 0 && _source.Text[offset - 1] != '\n' ? $"{_lineEnd}{text[..^_lineEnd.Length]}" : text);

    private IEnumerable<TextEdit> Generated(DateTimeOffset date) => YamlLocator.Find(_source, _root, "generated") is { Length: > 0 } generated
        ? [new(generated.Start, generated.Length, YamlText.Write(IndexedChart.Text(date), YamlKind.DoubleQuoted))]
        : [];

    private YamlNode? Find(IndexedChart chart) => _entries.Entries.Where(entry => entry.Key.Text == chart.Metadata.Name)
        .SelectMany(entry => entry.Value.Items)
        .FirstOrDefault(item => Text(item, "version") == chart.Metadata.Version);

    private Diagnostic? FindOther(IndexedChart chart) => Find(chart) is { } item && Text(item, "digest") is { Length: > 0 } digest && IndexedChart.PlainDigest(digest) != chart.DigestText
        ? ChartDiagnostics.OtherDigest(_source.SpotAt(item.Start), $"{chart.Metadata.Name} {chart.Metadata.Version}")
        : null;

    private static bool Holds(SourceText written, int count, IndexedChart[] added)
    {
        try
        {
            var index = Parse(written);
            return index.Count == count && added.All(chart => index.Find(chart) is not null);
        }
        catch (ReleaseException)
        {
            return false;
        }
    }

    private string Text(YamlNode item, string key) => YamlLocator.Find(_source, item, key)?.Text ?? "";

    /// <summary>Of the first character in a line that holds nothing before but what is said.</summary>
    private int Column(YamlNode node, string before)
    {
        var line = _source.Text[LineStart(node.Start)..node.Start];

        return line.Trim() == before
            ? line.Length - line.TrimStart().Length
            : throw new ReleaseException(ChartDiagnostics.NotAnIndex(_source.SpotAt(node.Start), "The entries are not written line by line"));
    }

    private int LineStart(int offset) => offset == 0 ? 0 : _source.Text.LastIndexOf('\n', offset - 1) + 1;

    /// <summary>Behind the line that an offset is in; where a value ends with its line, there.</summary>
    private int LineEnd(int offset) => offset > 0 && _source.Text[offset - 1] == '\n' ? offset
        : _source.Text.IndexOf('\n', offset) is >= 0 and var end ? end + 1
        : _source.Text.Length;

    private static int End(YamlNode node) => node.Items.Select(End).Concat(node.Entries.SelectMany(entry => new[] { End(entry.Key), End(entry.Value) })).Append(node.Start + node.Length).Max();
}
