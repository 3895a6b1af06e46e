using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Text;

/// <summary>Reads JSON (RFC 8259, with comments and trailing commas allowed) into values that know their place.</summary>
internal static class JsonLocator
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = NestingLimit.Levels,
    };

    /// <param name="source">The whole file.</param>
    /// <param name="notJson">What to say where reading ends; by default that version.json is wrong.</param>
    /// <param name="only">The one member of the document that is asked for: the others are read and not kept. Null for all.</param>
    /// <exception cref="ReleaseException">The text is not JSON; the spot is where reading ended.</exception>
    public static JsonValue Parse(SourceText source, Func<SourceSpot, Diagnostic>? notJson = null, string? only = null)
    {
        // The reader counts bytes. A lone surrogate has no UTF-8 form; replacing it keeps every other offset right.
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(source.Text.Length));
        var bytes = rented.AsSpan(0, Encoding.UTF8.GetBytes(source.Text, rented));
        var offsets = new CharOffsets(source.Text, bytes.Length);
        var reader = new Utf8JsonReader(bytes, Options);

        try
        {
            reader.Read();
            var value = Value(ref reader, offsets, only);
            reader.Read();
            return value;
        }
        catch (JsonException error)
        {
            var spot = SpotOf(source, bytes, error);
            var unreadable = (notJson ?? ConfigurationDiagnostics.NotJson)(spot);
            throw new ReleaseException(IsDeepest(reader) && IsOpening(source, spot) ? NestingLimit.Reached(unreadable) : unreadable);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>The reader does not count what it has just opened.</summary>
    private static bool IsDeepest(Utf8JsonReader reader) => reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : 0) >= NestingLimit.Levels;

    private static bool IsOpening(SourceText source, SourceSpot spot) => source.OffsetAt(spot.Line, spot.Column) is var at && source.Text.AsSpan(at) is ['[' or '{', ..];

    private static JsonValue Value(ref Utf8JsonReader reader, CharOffsets offsets, string? only = null)
    {
        var start = offsets.CharAt((int)reader.TokenStartIndex);

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = ImmutableArray.CreateBuilder<JsonMember>();

                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (only is not null && !IsName(ref reader, only))
                    {
                        reader.Skip();
                        continue;
                    }

                    var name = Unescaped(ref reader);
                    var nameStart = offsets.CharAt((int)reader.TokenStartIndex);
                    reader.Read();
                    members.Add(new(name, nameStart, Value(ref reader, offsets)));
                }

                return new(JsonValueKind.Object, start, End(ref reader, offsets) - start, "", members.ToImmutable(), []);

            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<JsonValue>();

                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, offsets));
                }

                return new(JsonValueKind.Array, start, End(ref reader, offsets) - start, "", [], items.ToImmutable());

            case JsonTokenType.String:
                return Scalar(JsonValueKind.String, Unescaped(ref reader), ref reader, offsets, start);

            case JsonTokenType.Number:
                return Scalar(JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan), ref reader, offsets, start);

            case JsonTokenType.True:
                return Scalar(JsonValueKind.True, "true", ref reader, offsets, start);

            case JsonTokenType.False:
                return Scalar(JsonValueKind.False, "false", ref reader, offsets, start);

            default:
                return Scalar(JsonValueKind.Null, "null", ref reader, offsets, start);
        }
    }

    private static JsonValue Scalar(JsonValueKind kind, string text, ref Utf8JsonReader reader, CharOffsets offsets, int start) =>
        new(kind, start, End(ref reader, offsets) - start, text, [], []);

    private static int End(ref Utf8JsonReader reader, CharOffsets offsets) => offsets.CharAt((int)reader.BytesConsumed);

    private static bool IsName(ref Utf8JsonReader reader, string name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            // With half of a surrogate pair in it.
            return false;
        }
    }

    private static string Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A string may escape half of a surrogate pair, which no .NET string of text can hold; as written is the best there is.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private static SourceSpot SpotOf(SourceText source, ReadOnlySpan<byte> bytes, JsonException error)
    {
        var start = 0;

        for (var line = error.LineNumber ?? 0; line > 0; line--)
        {
            start += bytes[start..].IndexOf((byte)'\n') + 1;
        }

        var end = Math.Min(bytes.Length, start + (int)(error.BytePositionInLine ?? 0));
        return source.SpotAt(Encoding.UTF8.GetCharCount(bytes[..end]));
    }

    /// <summary>Byte offsets of a text's UTF-8 form as offsets of its characters, for bytes asked in rising order.</summary>
    private sealed class CharOffsets(string text, int byteCount)
    {
        private readonly bool _same = text.Length == byteCount;
        private int _byte;
        private int _char;

        public int CharAt(int position)
        {
            if (_same)
            {
                return position;
            }

            if (position < _byte)
            {
                (_byte, _char) = (0, 0);
            }

            while (_byte < position)
            {
                var unit = text[_char];
                var isPair = char.IsHighSurrogate(unit) && _char + 1 < text.Length && char.IsLowSurrogate(text[_char + 1]);
                _byte += unit < 0x80 ? 1 : unit < 0x800 ? 2 : isPair ? 4 : 3;
                _char += isPair ? 2 : 1;
            }

            return _char;
        }
    }
}
