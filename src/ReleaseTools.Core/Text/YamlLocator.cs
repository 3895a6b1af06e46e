using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReleaseTools.Text;

/// <summary>Reads YAML into nodes that know their place, and finds a node by its path.</summary>
internal static class YamlLocator
{
    private const string TemplateStart = "{{";

    /// <returns>The document's root; null where the file holds none.</returns>
    /// <exception cref="ReleaseException">RT3002, RT3003 or RT3004: not YAML, a template, or several documents.</exception>
    public static YamlNode? Parse(SourceText source) => Read(source, reader => reader.Document());

    /// <returns>The roots of all documents that hold something.</returns>
    /// <exception cref="ReleaseException">RT3002 or RT3003: not YAML, or a template.</exception>
    public static ImmutableArray<YamlNode> ParseAll(SourceText source) => Read(source, reader => reader.Documents());

    private static T Read<T>(SourceText source, Func<Reader, T> read)
    {
        // The scanner takes a NUL for the end of the text and would read half a file as a whole one.
        if (source.Text.IndexOf('\0') is >= 0 and var nul)
        {
            throw new ReleaseException(StampDiagnostics.NotYaml(source.SpotAt(nul)));
        }

        var reader = new Reader(source);

        try
        {
            return read(reader);
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException or ArgumentException)
        {
            // Not every fault of a text has a place, and over brackets without end, or an empty tag, the parser gives up in ways of its own.
            var offset = Math.Min(source.Text.Length, error is YamlException { End.Index: > 0 } placed ? (int)placed.Start.Index : reader.Position);
            throw new ReleaseException(TemplateAt(source, offset) is { } template
                ? StampDiagnostics.Template(source.SpotAt(template.Start), template.Text)
                : StampDiagnostics.NotYaml(source.SpotAt(offset)));
        }
    }

    /// <summary>The node at a path of mapping keys; an item of a sequence is named by its index. Null where there is none.</summary>
    /// <exception cref="ReleaseException">RT3005 or RT3006: a key on the way is doubled, or holds no collection.</exception>
    public static YamlNode? Find(SourceText source, YamlNode? root, params ReadOnlySpan<string> path)
    {
        var node = root;

        for (var i = 0; i < path.Length && node is not null; i++)
        {
            node = node.Target ?? node;
            node = node.Kind switch
            {
                YamlKind.Mapping => Entry(source, node, path[i]),
                YamlKind.Sequence => int.TryParse(path[i], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? node.Items.ElementAtOrDefault(index) : null,
                YamlKind.Plain when node.Length == 0 => null,
                _ => throw new ReleaseException(StampDiagnostics.NotAMapping(source.SpotAt(node.Start), i == 0 ? "The document" : $"'{string.Join('.', path[..i])}'")),
            };
        }

        return node;
    }

    /// <summary>The first template expression in the line of an offset: where one breaks the YAML, the break is at or beside it.</summary>
    public static (int Start, string Text)? TemplateAt(SourceText source, int offset)
    {
        var text = source.Text;
        var lineStart = offset == 0 ? 0 : text.LastIndexOfAny(['\r', '\n'], offset - 1) + 1;
        var lineEnd = text.AsSpan(offset).IndexOfAny('\r', '\n') is >= 0 and var rest ? offset + rest : text.Length;
        var start = text.IndexOf(TemplateStart, lineStart, lineEnd - lineStart, StringComparison.Ordinal);

        if (start < 0)
        {
            return null;
        }

        var end = text.IndexOf("}}", start, lineEnd - start, StringComparison.Ordinal);
        return (start, text[start..(end < 0 ? lineEnd : end + 2)]);
    }

    private static YamlNode? Entry(SourceText source, YamlNode mapping, string key)
    {
        var found = (YamlNode?)null;

        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Text == key && entry.Key.Kind >= YamlKind.Plain)
            {
                found = found is null ? entry.Value : throw new ReleaseException(StampDiagnostics.KeyTwice(source.SpotAt(entry.Key.Start), key));
            }
        }

        return found;
    }

    /// <summary>Builds nodes from the parser's events.</summary>
    private sealed class Reader
    {
        private readonly SourceText _source;
        private readonly ScalarScanner _scanner;
        private readonly Parser _parser;
        private readonly Dictionary<AnchorName, YamlNode> _anchors = [];

        public Reader(SourceText source)
        {
            _source = source;
            _scanner = new ScalarScanner(new Scanner(new StringReader(source.Text)));
            _parser = new Parser(_scanner);
        }

        /// <summary>How far reading has come.</summary>
        public int Position => (int)_scanner.CurrentPosition.Index;

        public YamlNode? Document()
        {
            _parser.Consume<StreamStart>();

            if (!_parser.TryConsume<DocumentStart>(out _))
            {
                return null;
            }

            var root = Node(depth: 0);
            _parser.Consume<DocumentEnd>();

            return _parser.Accept<DocumentStart>(out var second)
                ? throw new ReleaseException(StampDiagnostics.SeveralDocuments(_source.SpotAt((int)second.Start.Index)))
                : root;
        }

        public ImmutableArray<YamlNode> Documents()
        {
            var roots = ImmutableArray.CreateBuilder<YamlNode>();
            _parser.Consume<StreamStart>();

            while (_parser.TryConsume<DocumentStart>(out _))
            {
                roots.Add(Node(depth: 0));
                _parser.Consume<DocumentEnd>();
            }

            return roots.ToImmutable();
        }

        private YamlNode Node(int depth)
        {
            if (depth > NestingLimit.Levels)
            {
                throw new ReleaseException(NestingLimit.Reached(StampDiagnostics.NotYaml(_source.SpotAt((int)_parser.Current!.Start.Index))));
            }

            if (_parser.TryConsume<AnchorAlias>(out var alias))
            {
                return new YamlNode { Kind = YamlKind.Alias, Start = (int)alias.Start.Index, Length = Length(alias), Text = alias.Value.Value, Target = _anchors.GetValueOrDefault(alias.Value) };
            }

            var start = _parser.Accept<NodeEvent>(out var node) ? node : throw new SemanticErrorException(_parser.Current!.Start, _parser.Current!.End, "");
            var read = Content(depth) is var content && start.Tag.IsEmpty ? content : content with { Tag = start.Tag.Value };

            if (!start.Anchor.IsEmpty)
            {
                _anchors[start.Anchor] = read;
            }

            return read;
        }

        private YamlNode Content(int depth)
        {
            if (_parser.TryConsume<Scalar>(out var scalar))
            {
                return Value(scalar);
            }

            if (_parser.TryConsume<SequenceStart>(out var sequence))
            {
                var items = ImmutableArray.CreateBuilder<YamlNode>();

                while (!_parser.TryConsume<SequenceEnd>(out _))
                {
                    items.Add(Node(depth + 1));
                }

                return new YamlNode { Kind = YamlKind.Sequence, Start = (int)sequence.Start.Index, Items = items.ToImmutable() };
            }

            var mapping = _parser.Consume<MappingStart>();
            var entries = ImmutableArray.CreateBuilder<(YamlNode, YamlNode)>();

            while (!_parser.TryConsume<MappingEnd>(out _))
            {
                entries.Add((Node(depth + 1), Node(depth + 1)));
            }

            return new YamlNode { Kind = YamlKind.Mapping, Start = (int)mapping.Start.Index, Entries = entries.ToImmutable() };
        }

        private YamlNode Value(Scalar scalar)
        {
            var end = (int)scalar.End.Index;
            var start = Length(scalar) == 0 ? end : _scanner.StartOf(end) ?? end;

            return new YamlNode
            {
                Kind = scalar.Style switch
                {
                    ScalarStyle.SingleQuoted => YamlKind.SingleQuoted,
                    ScalarStyle.DoubleQuoted => YamlKind.DoubleQuoted,
                    ScalarStyle.Literal or ScalarStyle.Folded => YamlKind.Block,
                    _ => YamlKind.Plain,
                },
                Start = start,
                Length = end - start,
                Text = scalar.Value,
            };
        }

        private static int Length(ParsingEvent parsed) => (int)(parsed.End.Index - parsed.Start.Index);
    }
}
