using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>
/// Dockerfiles: the default of the build argument <c>VERSION</c>, in every stage that has one, and the label
/// <c>org.opencontainers.image.version</c>, unless it takes the argument's value.
/// </summary>
internal sealed partial class DockerfileStamper : IStamper
{
    private const string Argument = "VERSION";
    private const string Label = "org.opencontainers.image.version";

    public bool Reads(ReadOnlySpan<char> path) => Path.GetFileName(path) is var name
        && (name is "Dockerfile" or "Containerfile" || name.StartsWith("Dockerfile.", StringComparison.Ordinal) || Path.GetExtension(name).Equals(".Dockerfile", StringComparison.OrdinalIgnoreCase));

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        ImmutableArray<StampValue> values = [.. Words(source).Where(word => !(word.Key == Label && TextStamp.IsFilledIn(word.Text))).Select(word => TextStamp.Value(source, word.Key, word.Start, word.Text, version))];

        return values is [] ? throw new ReleaseException(StampDiagnostics.NoKey(source.SpotAt(0), $"ARG {Argument}=")) : values;
    }

    /// <summary>The values that are given to the two names.</summary>
    private static IEnumerable<(string Key, int Start, string Text)> Words(SourceText source)
    {
        var continuation = Escape.Match(source.Text) is { Success: true, Groups: [_, { Value: "`" }, ..] } ? '`' : '\\';
        var heredocs = new Queue<string>();
        var instruction = "";

        foreach (var (start, line) in TextLines.Of(source.Text))
        {
            if (heredocs.TryPeek(out var end))
            {
                _ = line.TrimStart('\t') == end ? heredocs.Dequeue() : null;
                continue;
            }

            // A comment between the lines of an instruction is none of it.
            if (line.TrimStart().StartsWith('#') || (instruction.Length > 0 && line.Trim().Length == 0))
            {
                continue;
            }

            var from = 0;

            if (instruction.Length == 0)
            {
                var match = Instruction.Match(line);
                (instruction, from) = (match.Groups[1].Value.ToUpperInvariant(), match.Length);
            }

            var key = instruction switch { "ARG" => Argument, "LABEL" => Label, _ => "" };

            foreach (var (at, _, text) in key.Length == 0 ? [] : DockerWords.Pairs(line, from).Where(pair => pair.Name == key))
            {
                yield return (key, start + at, text);
            }

            foreach (Match heredoc in instruction is "RUN" or "COPY" or "ADD" ? Heredoc.Matches(line) : Heredoc.Matches(""))
            {
                heredocs.Enqueue(heredoc.Groups[1].Value);
            }

            instruction = line.TrimEnd().EndsWith(continuation) ? instruction : "";
        }
    }

    [GeneratedRegex(@"\A(?:#[^\r\n]*\r?\n)*?#[ \t]*escape[ \t]*=[ \t]*([`\\])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Escape { get; }

    [GeneratedRegex(@"^[ \t]*(?:ONBUILD[ \t]+)?([A-Za-z]+)[ \t]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Instruction { get; }

    /// <summary>A word of its own, maybe behind the number of what it is read from; <c>&lt;&lt;&lt;</c> and a shift of bits are none.</summary>
    [GeneratedRegex(@"(?<![^ \t])[0-9]*<<-?[""']?([A-Za-z_][A-Za-z0-9_]*)[""']?(?![^ \t;|&<>])", RegexOptions.CultureInvariant)]
    private static partial Regex Heredoc { get; }
}
