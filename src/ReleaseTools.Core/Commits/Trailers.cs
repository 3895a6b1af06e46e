using System.Collections.Immutable;

namespace ReleaseTools.Commits;

/// <summary>The trailers git finds in a message, as <c>git interpret-trailers --parse</c> prints them: it cuts at scissors, whatever a commit's cleanup keeps.</summary>
internal static class Trailers
{
    private static readonly string[] Generated = ["Signed-off-by: ", "(cherry picked from commit "];

    private const string Cut = "#" + CommitText.Scissors;

    public static ImmutableArray<string> Read(CommitText text)
    {
        string[] lines = [.. text.Lines.Select(line => line.Text).TakeWhile(line => line != Cut && !(line == "---" || (line.StartsWith("---", StringComparison.Ordinal) && IsSpace(line[3]))))];
        lines = lines[..EndOf(lines)];
        var trailers = ImmutableArray.CreateBuilder<string>();
        var isOpen = false;

        foreach (var line in lines[StartOf(lines)..])
        {
            if (line.Length > 0 && IsSpace(line[0]) && isOpen)
            {
                trailers[^1] = $"{trailers[^1]} {Trim(line)}";
            }
            else if (SeparatorOf(line) is > 0 and var separator && !line.StartsWith('#'))
            {
                trailers.Add($"{Trim(line[..separator])}: {Trim(line[(separator + 1)..])}");
                isOpen = true;
            }
            else
            {
                isOpen = false;
            }
        }

        return trailers.ToImmutable();
    }

    /// <summary>Comments, empty lines and git's old list of conflicts at the end do not count.</summary>
    private static int EndOf(string[] lines)
    {
        var (start, inConflicts) = (-1, false);

        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#') || lines[i].Length == 0)
            {
                start = start < 0 ? i : start;
            }
            else if (lines[i] == "Conflicts:")
            {
                inConflicts = true;
                start = start < 0 ? i : start;
            }
            else if (!(inConflicts && lines[i].StartsWith('\t')) && start >= 0)
            {
                (start, inConflicts) = (-1, false);
            }
        }

        return start < 0 ? lines.Length : start;
    }

    /// <summary>The last paragraph, but never the first: all trailers, or with one that git writes a quarter of them.</summary>
    private static int StartOf(string[] lines)
    {
        var title = Array.FindIndex(lines, line => !line.StartsWith('#') && IsBlank(line));
        title = title < 0 ? lines.Length : title;
        var (onlyBlanks, isGenerated, trailers, others, continuations) = (true, false, 0, 0, 0);

        for (var i = lines.Length - 1; i >= title; i--)
        {
            var line = lines[i];

            if (line.StartsWith('#'))
            {
                (others, continuations) = (others + continuations, 0);
            }
            else if (IsBlank(line))
            {
                if (!onlyBlanks)
                {
                    others += continuations;
                    return (isGenerated && trailers * 3 >= others) || (trailers > 0 && others == 0) ? i + 1 : lines.Length;
                }
            }
            else if (Generated.Any(start => line.StartsWith(start, StringComparison.Ordinal)))
            {
                (onlyBlanks, isGenerated, trailers, continuations) = (false, true, trailers + 1, 0);
            }
            else if (SeparatorOf(line) >= 1 && !IsSpace(line[0]))
            {
                (onlyBlanks, trailers, continuations) = (false, trailers + 1, 0);
            }
            else if (IsSpace(line[0]))
            {
                (onlyBlanks, continuations) = (false, continuations + 1);
            }
            else
            {
                (onlyBlanks, others, continuations) = (false, others + 1 + continuations, 0);
            }
        }

        return lines.Length;
    }

    /// <summary>Where the colon behind a token stands, or -1.</summary>
    private static int SeparatorOf(string line)
    {
        var wasBlank = false;

        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == ':')
            {
                return i;
            }

            if (!wasBlank && (char.IsAsciiLetterOrDigit(line[i]) || line[i] == '-'))
            {
                continue;
            }

            if (i == 0 || line[i] is not (' ' or '\t'))
            {
                return -1;
            }

            wasBlank = true;
        }

        return -1;
    }

    private static bool IsBlank(string line) => line.All(IsSpace);

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r';

    private static string Trim(string text) => text.Trim(' ', '\t', '\n', '\r');
}
