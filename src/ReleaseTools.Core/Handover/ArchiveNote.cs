using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;

namespace ReleaseTools.Handover;

/// <summary>What git writes into a committed file of placeholders when it makes a source archive: which commit it is of.</summary>
/// <param name="Commit">The archived commit.</param>
/// <param name="CommitDate">When it was committed.</param>
/// <param name="AuthorDate">When it was written.</param>
/// <param name="Tags">Full names of the tags on it.</param>
internal sealed record ArchiveNote(CommitId Commit, DateTimeOffset CommitDate, DateTimeOffset AuthorDate, ImmutableArray<string> Tags)
{
    public const string Place = ".release/archive.txt";

    /// <summary>How git is told to fill the file in.</summary>
    public const string Attribute = Place + " export-subst";

    /// <summary>The file as it is committed.</summary>
    public const string Placeholders = "commit=$Format:%H$\ncommitDate=$Format:%cI$\nauthorDate=$Format:%aI$\nrefs=$Format:%D$\n";

    /// <summary>Null where git has not filled it in: the file is in a working tree, or in a copy of one.</summary>
    /// <exception cref="ReleaseException">RT1070: there is something else in it.</exception>
    public static ArchiveNote? Read(SourceText source)
    {
        var lines = source.Text.Split('\n')
            .Select(line => line.Trim().Split('=', 2))
            .Where(parts => parts.Length == 2)
            .DistinctBy(parts => parts[0])
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

        if (lines.GetValueOrDefault("commit") is ['$', 'F', 'o', 'r', 'm', 'a', 't', ':', ..])
        {
            return null;
        }

        return CommitId.Read(lines.GetValueOrDefault("commit", "")) is { } commit
            && DateTimeOffset.TryParse(lines.GetValueOrDefault("commitDate"), CultureInfo.InvariantCulture, out var commitDate)
            && DateTimeOffset.TryParse(lines.GetValueOrDefault("authorDate"), CultureInfo.InvariantCulture, out var authorDate)
            && lines.GetValueOrDefault("refs", "") is var refs && !refs.Any(char.IsControl)
                ? new(commit, commitDate, authorDate, [.. GitTag.In(refs).Select(tag => GitTag.Folder + tag)])
                : throw new ReleaseException(HandoverDiagnostics.DamagedArchive(source.Path));
    }
}
