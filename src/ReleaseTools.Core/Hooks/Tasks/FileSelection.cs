using System.Collections.Immutable;

namespace ReleaseTools.Hooks.Tasks;

/// <summary>Which files a task is for, in the patterns of .NET's file globbing.</summary>
internal sealed record FileSelection(ImmutableArray<string> Include, ImmutableArray<string> Exclude)
{
    private const string Arguments = "${args}";

    public static FileSelection All { get; } = new([], []);

    /// <summary>With the arguments of a run in the patterns that ask for them. Where nothing is included everything is.</summary>
    public FileSelection With(IReadOnlyList<string> arguments) =>
        new(Include is [] ? ["**/*"] : [.. Include.SelectMany(pattern => Resolved(pattern, arguments))], [.. Exclude.SelectMany(pattern => Resolved(pattern, arguments))]);

    private static IEnumerable<string> Resolved(string pattern, IReadOnlyList<string> arguments) =>
        pattern.Contains(Arguments, StringComparison.Ordinal) && arguments.Count > 0 ? arguments.Select(argument => pattern.Replace(Arguments, argument, StringComparison.Ordinal)) : [pattern];
}
