using System.Collections.Immutable;
using System.Xml;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Text;

/// <summary>Finds the texts at a path of elements in XML. Names compare without their namespaces; a document type is skipped, and nothing it defines is known.</summary>
internal static class XmlLocator
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <param name="source">The whole file.</param>
    /// <param name="path">The elements from the root on; the last may be an attribute, as in <c>@version</c>.</param>
    /// <exception cref="ReleaseException">RT3019: the text is not XML.</exception>
    public static ImmutableArray<XmlValue> Find(SourceText source, ImmutableArray<string> path)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(source.Text), Settings);
            return new Search(source, reader, path).Run();
        }
        catch (XmlException error)
        {
            throw new ReleaseException(StampDiagnostics.NotXml(source.SpotAt(source.OffsetAt(error.LineNumber, error.LinePosition))));
        }
    }

    /// <summary>One walk through a document, the depth of which costs nothing.</summary>
    private sealed class Search(SourceText source, XmlReader reader, ImmutableArray<string> path)
    {
        private readonly ImmutableArray<XmlValue>.Builder _found = ImmutableArray.CreateBuilder<XmlValue>();
        private readonly string? _attribute = path[^1] is ['@', .. var name] ? name : null;
        private readonly ImmutableArray<string> _elements = path[^1] is ['@', ..] ? path[..^1] : path;

        private int Here => source.OffsetAt(((IXmlLineInfo)reader).LineNumber, ((IXmlLineInfo)reader).LinePosition);

        public ImmutableArray<XmlValue> Run()
        {
            // How many of the elements around the current place are those of the path.
            var matched = 0;
            var goesOn = reader.Read();

            while (goesOn)
            {
                var depth = reader.Depth;

                if (reader.NodeType == XmlNodeType.EndElement)
                {
                    matched = Math.Min(matched, depth);
                }
                else if (reader.NodeType == XmlNodeType.Element && matched == depth && depth < _elements.Length && reader.LocalName == _elements[depth])
                {
                    if (depth + 1 == _elements.Length)
                    {
                        goesOn = Take();
                        continue;
                    }

                    matched = reader.IsEmptyElement ? matched : depth + 1;
                }

                goesOn = reader.Read();
            }

            return _found.ToImmutable();
        }

        /// <returns>Whether the reader stands on a node that is still to be looked at.</returns>
        private bool Take()
        {
            if (_attribute is null)
            {
                return Content();
            }

            while (reader.MoveToNextAttribute())
            {
                if (reader.LocalName == _attribute)
                {
                    var quote = source.Text.IndexOfAny(['"', '\''], Here);
                    _found.Add(new(quote + 1, source.Text.IndexOf(source.Text[quote], quote + 1) - quote - 1, reader.Value));
                }
            }

            return reader.Read();
        }

        private bool Content()
        {
            var (start, depth, isEmpty) = (Here, reader.Depth, reader.IsEmptyElement);
            var texts = new List<XmlValue>();
            var hasElements = false;

            while (!isEmpty && reader.Read() && reader.Depth > depth)
            {
                hasElements |= reader.NodeType == XmlNodeType.Element;

                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    texts.Add(Trimmed(Here, reader.NodeType == XmlNodeType.CDATA ? "]]>" : "<", reader.Value));
                }
            }

            _found.Add(hasElements ? new(start, 0, "", "elements")
                : texts.Count > 1 ? new(start, 0, "", "several texts")
                : texts.Count == 1 ? texts[0]
                : new(start, 0, "", "empty"));
            return reader.Read();
        }

        private XmlValue Trimmed(int start, string end, string text)
        {
            var raw = source.Text.AsSpan(start..source.Text.IndexOf(end, start, StringComparison.Ordinal));
            return new(start + raw.Length - raw.TrimStart().Length, raw.Trim().Length, text.Trim());
        }
    }
}
