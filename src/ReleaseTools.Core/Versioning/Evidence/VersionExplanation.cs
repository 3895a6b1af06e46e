using System.Collections.Immutable;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>A version, and everything it follows from. What belongs to one scheme alone stands in a part of its own.</summary>
internal sealed record VersionExplanation
{
    public required VersionSnapshot Version { get; init; }

    public required VersionFacts Facts { get; init; }

    public required EvidenceAnswers Answers { get; init; }

    /// <summary>The version files that count, the nearest first: on disk where they were edited, else in the commit.</summary>
    public required ImmutableArray<FileEvidence> Files { get; init; }

    /// <summary>Whether the commit has a version file.</summary>
    public required bool IsCommitted { get; init; }

    /// <summary>What the working copy's version file says otherwise than the commit's.</summary>
    public required ImmutableArray<SettingChange> Edits { get; init; }

    public required BuildingRef Building { get; init; }

    public required PublicEvidence Public { get; init; }

    /// <summary>Where a shallow clone is cut off, as seen from where the search of the history ended; null in a whole clone.</summary>
    public required CutEvidence? Cut { get; init; }

    /// <summary>How the height was counted; null where versions come from tags.</summary>
    public HeightEvidence? Height { get; init; }

    /// <summary>Which release the version follows; null where versions are counted by height.</summary>
    public TagEvidence? Tags { get; init; }

    public required ImmutableArray<FormEvidence> Forms { get; init; }

    /// <param name="facts">With their history.</param>
    /// <param name="answers">To the questions they raise.</param>
    /// <exception cref="Diagnostics.ReleaseException">As <see cref="VersionCalculator.Compute"/>.</exception>
    public static VersionExplanation From(VersionFacts facts, EvidenceAnswers answers)
    {
        var version = VersionCalculator.Compute(facts);
        var basis = VersionBasis.From(facts);
        var building = BuildingRef.Decide(facts.Head, facts.Ci);
        var tags = basis.Scheme == VersionScheme.Tags ? TagEvidence.From(facts, basis.Options) : null;
        var height = tags is null ? HeightEvidence.From(facts, basis) : null;
        var end = tags?.Found.Commit ?? height!.Path.LastOrDefault()?.Commit ?? facts.Head.Id;

        return new()
        {
            Version = version,
            Facts = facts,
            Answers = answers,
            Files = FileEvidence.Read(facts.Head.IsCheckedOut && (basis.IsEdited || tags is not null) ? facts.WorkingFiles : facts.CommittedFiles),
            IsCommitted = facts.CommittedFiles.Files is not [],
            Edits = basis.Committed is { } committed ? SettingChange.Between(committed, basis.Working) : [],
            Building = building,
            Public = PublicEvidence.From(facts, building, version),
            Cut = CutEvidence.Find(facts.History!.Graph, facts.History.Graph.Find(end)),
            Height = height,
            Tags = tags,
            Forms = FormEvidence.Of(version, basis.Numbers),
        };
    }

    /// <summary>What the filters said of the paths a commit changed; empty where they were not looked up.</summary>
    public ImmutableArray<PathVerdict> Judge(PathStep step) => step.Filters is { } filters && Answers.Changes.TryGetValue(step.Commit, out var paths)
        ? [.. paths.Select(path => PathVerdict.Of(path, filters, Answers.IgnoresCase))]
        : [];
}
