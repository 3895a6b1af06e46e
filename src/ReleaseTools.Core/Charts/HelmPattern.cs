using System.Collections.Immutable;
using System.Text;

namespace ReleaseTools.Charts;

/// <summary>
/// A shell pattern as <c>.helmignore</c> has it, the same on every system: <c>*</c> and <c>?</c> stop at a slash, <c>[a-z]</c> and
/// <c>[^a-z]</c> are one character, a backslash takes the next character as it is.
/// </summary>
internal sealed class HelmPattern
{
    private readonly ImmutableArray<Part> _parts;

    private HelmPattern(ImmutableArray<Part> parts) => _parts = parts;

    /// <summary>Null where a bracket is not closed, or a backslash has nothing behind it.</summary>
    public static HelmPattern? Read(string pattern)
    {
        var runes = pattern.EnumerateRunes().ToArray();
        var parts = ImmutableArray.CreateBuilder<Part>();

        for (var i = 0; i < runes.Length; i++)
        {
            switch (runes[i].Value)
            {
                case '*':
                    parts.Add(new(PartKind.Many, []));
                    break;
                case '?':
                    parts.Add(new(PartKind.One, []));
                    break;
                case '[':
                    if (ReadClass(runes, ref i) is not { } one)
                    {
                        return null;
                    }

                    parts.Add(one);
                    break;
                case '\\' when ++i == runes.Length:
                    return null;
                default:
                    parts.Add(new(PartKind.Within, [(runes[i], runes[i])]));
                    break;
            }
        }

        return new(parts.ToImmutable());
    }

    /// <summary>Whether the pattern is the whole of a path.</summary>
    public bool Matches(string path)
    {
        var runes = path.EnumerateRunes().ToArray();
        var (part, rune) = (0, 0);
        var (lastStar, lastRune) = (-1, 0);

        // A star takes as little as it can, and one more where that did not do; only the last one needs to.
        while (rune < runes.Length || part < _parts.Length)
        {
            if (part < _parts.Length && _parts[part].Kind == PartKind.Many)
            {
                (lastStar, lastRune) = (part++, rune);
            }
            else if (part < _parts.Length && rune < runes.Length && _parts[part].Matches(runes[rune]))
            {
                part++;
                rune++;
            }
            else if (lastStar >= 0 && lastRune < runes.Length && runes[lastRune].Value != '/')
            {
                (part, rune) = (lastStar + 1, ++lastRune);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static Part? ReadClass(Rune[] runes, ref int i)
    {
        var isNegated = ++i < runes.Length && runes[i].Value == '^';
        var ranges = ImmutableArray.CreateBuilder<(Rune, Rune)>();
        i += isNegated ? 1 : 0;

        while (i < runes.Length && (runes[i].Value != ']' || ranges.Count == 0))
        {
            if (ReadMember(runes, ref i) is not { } low)
            {
                return null;
            }

            var isRange = i < runes.Length && runes[i].Value == '-';
            i += isRange ? 1 : 0;

            if ((isRange ? ReadMember(runes, ref i) : low) is not { } high)
            {
                return null;
            }

            ranges.Add((low, high));
        }

        return i < runes.Length ? new(isNegated ? PartKind.Without : PartKind.Within, ranges.ToImmutable()) : null;
    }

    private static Rune? ReadMember(Rune[] runes, ref int i)
    {
        if (i == runes.Length || runes[i].Value is '-' or ']')
        {
            return null;
        }

        i += runes[i].Value == '\\' ? 1 : 0;
        return i < runes.Length ? runes[i++] : null;
    }

    private enum PartKind
    {
        Many,
        One,
        Within,
        Without,
    }

    /// <summary>What one place of a path may hold.</summary>
    private readonly record struct Part(PartKind Kind, ImmutableArray<(Rune Low, Rune High)> Ranges)
    {
        /// <summary>A class may name the slash, and then takes it.</summary>
        public bool Matches(Rune rune) => Kind switch
        {
            PartKind.One => rune.Value != '/',
            PartKind.Within => Holds(rune),
            _ => !Holds(rune),
        };

        private bool Holds(Rune rune)
        {
            foreach (var (low, high) in Ranges)
            {
                if (low <= rune && rune <= high)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
