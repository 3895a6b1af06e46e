using ReleaseTools.Diagnostics;

namespace ReleaseTools.Versioning;

/// <summary>What the version files say, in the commit and in the working copy, and which of the two counts for what.</summary>
/// <param name="Committed">In the commit the version is asked for; null where it has no version file.</param>
/// <param name="Working">On disk, or the same as committed where the commit is not checked out; the defaults where there is no file at all.</param>
internal sealed record VersionBasis(VersionOptions? Committed, VersionOptions Working)
{
    public VersionScheme Scheme => Working.Scheme;

    /// <summary>Whether an edit makes a version of its own that no commit stands for yet. Where versions come from tags, an edit counts at once.</summary>
    public bool IsEdited => Scheme == VersionScheme.Height && (Counted is null || !Working.MakesTheSameVersionAs(Counted));

    /// <summary>What selects among the forms.</summary>
    public VersionOptions Options => Scheme == VersionScheme.Tags ? Working : Counted ?? Working;

    /// <summary>What the numbers are made of.</summary>
    public VersionOptions Numbers => IsEdited ? Working : Options;

    /// <summary>What there is a height for: versions from tags had none to go on with.</summary>
    private VersionOptions? Counted => Committed is { Scheme: VersionScheme.Height } ? Committed : null;

    /// <exception cref="ReleaseException">RT20…: no version is given, or not one that can be read.</exception>
    public static VersionBasis From(VersionFacts facts)
    {
        // What is checked out may mend what is committed, and then what is committed is as good as none.
        var committed = facts.Head.IsCheckedOut ? VersionFiles.ReadOld(facts.CommittedFiles) : VersionFiles.Parse(facts.CommittedFiles);
        var working = facts.Head.IsCheckedOut ? VersionFiles.Parse(facts.WorkingFiles) : committed;

        // Nobody should get another scheme because a file was removed and that is not yet committed.
        if (working is null && facts.CommittedFiles.Files is not [])
        {
            throw new ReleaseException(ConfigurationDiagnostics.NoVersionFile(facts.Folder));
        }

        var basis = new VersionBasis(committed, working ?? VersionOptions.Default);
        return basis is { Scheme: VersionScheme.Tags } or { Options.Version: not null, Numbers.Version: not null } ? basis : throw new ReleaseException(NoVersion(facts));
    }

    /// <summary>Counts the height, in the history; where the version was edited, counting has not begun.</summary>
    /// <exception cref="ReleaseException">RT1006: the path leaves what a shallow clone holds.</exception>
    public HeightWalk Walk(VersionFacts facts) =>
        IsEdited ? HeightWalk.None(facts.History!.Graph) : HeightEngine.Walk(facts.History!, facts.Answers, Options.Version!, facts.Ci);

    private static Diagnostic NoVersion(VersionFacts facts)
    {
        var files = facts.WorkingFiles.Files is [] ? facts.CommittedFiles.Files : facts.WorkingFiles.Files;
        return ConfigurationDiagnostics.NoVersion(files[0].Path);
    }
}
