using System.Globalization;
using System.Text.RegularExpressions;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>
/// How many places an expression has once its counted repetitions are written out, about. Matching in one pass keeps track of as many
/// at every character.
/// </summary>
internal static partial class PatternSize
{
    public static double Of(string pattern)
    {
        var around = new Stack<double>();
        var (sum, last) = (0.0, 0.0);

        foreach (Match part in Part.Matches(pattern))
        {
            switch (part.Value)
            {
                case "(":
                    around.Push(sum);
                    (sum, last) = (0, 0);
                    break;
                case ")":
                    last = sum;
                    sum += around.TryPop(out var outer) ? outer : 0;
                    break;
                case var _ when part.Groups[1].Success:
                    sum += last * (double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) - 1);
                    break;
                default:
                    last = 1;
                    sum++;
                    break;
            }
        }

        return around.Aggregate(sum, (total, outer) => total + outer);
    }

    /// <summary>A parenthesis, a count, or something that matches one character.</summary>
    [GeneratedRegex(@"[()]|\{(?:[0-9]+,)?([0-9]+),?\}|\\.|\[\^?\]?[^\]]*\]|.", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Part { get; }
}
