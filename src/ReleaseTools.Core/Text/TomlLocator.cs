using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Text;

/// <summary>Reads TOML 1.0 into its values, each with its place; inline tables as if they were tables of their own.</summary>
internal static class TomlLocator
{
    private const int MaxDepth = 64;

    /// <exception cref="ReleaseException">RT3020: the text is not TOML.</exception>
    public static ImmutableArray<TomlEntry> Parse(SourceText source)
    {
        var reader = new Reader(source.Text);

        return reader.TryRead() ? reader.Entries : throw new ReleaseException(StampDiagnostics.NotToml(source.SpotAt(reader.Position)));
    }

    /// <summary>Goes through the text once. Every method that reads something says whether it was there; where not, reading ends.</summary>
    private sealed class Reader(string text)
    {
        private readonly ImmutableArray<TomlEntry>.Builder _entries = ImmutableArray.CreateBuilder<TomlEntry>();
        private readonly Dictionary<string, int> _tables = [];
        private ImmutableArray<string> _table = [];

        public int Position { get; private set; }

        public ImmutableArray<TomlEntry> Entries => _entries.ToImmutable();

        private char Now => Position < text.Length ? text[Position] : '\0';

        public bool TryRead()
        {
            for (Skip(lines: true); Position < text.Length; Skip(lines: true))
            {
                if (!(Now == '[' ? Header() : Pair(_table, depth: 0)) || !LineEnd())
                {
                    return false;
                }
            }

            return true;
        }

        private bool Header()
        {
            var isArray = text.AsSpan(Position).StartsWith("[[");
            Position += isArray ? 2 : 1;

            if (Key() is not { } key || !Take(isArray ? "]]" : "]"))
            {
                return false;
            }

            _table = Resolved(key, isArray);
            return true;
        }

        /// <summary>Where a key on the way is an array of tables, its last table is meant.</summary>
        private ImmutableArray<string> Resolved(ImmutableArray<string> key, bool isArray)
        {
            var path = ImmutableArray.CreateBuilder<string>();

            for (var i = 0; i < key.Length; i++)
            {
                path.Add(key[i]);
                var name = string.Join('\0', path);

                if (isArray && i == key.Length - 1)
                {
                    _tables[name] = _tables.GetValueOrDefault(name, -1) + 1;
                }

                if (_tables.TryGetValue(name, out var index))
                {
                    path.Add(index.ToString(CultureInfo.InvariantCulture));
                }
            }

            return path.ToImmutable();
        }

        private bool Pair(ImmutableArray<string> table, int depth)
        {
            if (Key() is not { } key || !Take("="))
            {
                return false;
            }

            Skip(lines: false);
            return Value(table.AddRange(key), depth);
        }

        private ImmutableArray<string>? Key()
        {
            var key = ImmutableArray.CreateBuilder<string>();

            do
            {
                Skip(lines: false);

                if (Part() is not { } part || key.Count == MaxDepth)
                {
                    return null;
                }

                key.Add(part);
            }
            while (Take("."));

            return key.ToImmutable();
        }

        private string? Part()
        {
            if (Now is '"' or '\'')
            {
                return Quoted(isLines: false);
            }

            var start = Position;
            Position += Count(unit => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '-');
            return Position > start ? text[start..Position] : null;
        }

        private bool Value(ImmutableArray<string> path, int depth)
        {
            var start = Position;

            if (depth > MaxDepth)
            {
                return false;
            }

            switch (Now)
            {
                case '"' or '\'':
                    var isLines = text.AsSpan(start).StartsWith(new string(Now, 3));
                    var kind = isLines ? TomlKind.Lines : Now == '"' ? TomlKind.Basic : TomlKind.Literal;
                    return Quoted(isLines) is { } content && Add(path, kind, start, content);

                case '[':
                    return Items(']', () => Value(path.Add("[]"), depth + 1)) && Add(path, TomlKind.Array, start, "");

                case '{':
                    return Items('}', () => Pair(path, depth + 1));

                default:
                    Position += Count(IsOther);

                    // A date may have a blank before its time.
                    if (Position - start == 10 && text[start + 4] == '-' && Now == ' ' && Position + 1 < text.Length && char.IsAsciiDigit(text[Position + 1]))
                    {
                        Position++;
                        Position += Count(IsOther);
                    }

                    return Position > start && Add(path, TomlKind.Other, start, text[start..Position]);
            }
        }

        private bool Items(char end, Func<bool> item)
        {
            Position++;

            for (Skip(lines: true); Now != end; Skip(lines: true))
            {
                if (!item())
                {
                    return false;
                }

                Skip(lines: true);

                if (Now != end && !Take(","))
                {
                    return false;
                }
            }

            Position++;
            return true;
        }

        /// <summary>The content of a string; null where it does not end, or has an escape that is none.</summary>
        private string? Quoted(bool isLines)
        {
            var quote = Now;
            var mark = new string(quote, isLines ? 3 : 1);
            var start = Position += mark.Length;

            while (Position < text.Length && !text.AsSpan(Position).StartsWith(mark))
            {
                if (!isLines && Now is '\r' or '\n')
                {
                    return null;
                }

                Position += quote == '"' && Now == '\\' ? 2 : 1;
            }

            if (Position >= text.Length)
            {
                Position = text.Length;
                return null;
            }

            // Up to two quotes may stand before the three that end it.
            for (var more = 0; isLines && more < 2 && Position + 3 < text.Length && text[Position + 3] == quote; more++)
            {
                Position++;
            }

            var content = text[start..Position];
            Position += mark.Length;
            return quote == '"' && !isLines ? TomlText.Unescaped(content) : content;
        }

        private bool Add(ImmutableArray<string> path, TomlKind kind, int start, string content)
        {
            // What stands in an array has no name of its own.
            if (!path.Contains("[]"))
            {
                _entries.Add(new(path, kind, start, Position - start, content));
            }

            return true;
        }

        private bool Take(string mark)
        {
            Skip(lines: false);

            if (!text.AsSpan(Position).StartsWith(mark))
            {
                return false;
            }

            Position += mark.Length;
            return true;
        }

        private bool LineEnd()
        {
            Skip(lines: false);
            return Position == text.Length || Now is '\n' or '\r';
        }

        private void Skip(bool lines)
        {
            while (Position < text.Length && (Now is ' ' or '\t' or '#' || (lines && Now is '\r' or '\n')))
            {
                Position += Now == '#' ? Count(unit => unit is not ('\n' or '\r')) : 1;
            }
        }

        private int Count(Func<char, bool> isMeant)
        {
            var end = Position;

            while (end < text.Length && isMeant(text[end]))
            {
                end++;
            }

            return end - Position;
        }

        private static bool IsOther(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '+' or '-' or '_' or '.' or ':';
    }
}
