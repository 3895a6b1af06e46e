using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>Everything a version follows from, as git and the working copy say it at one moment.</summary>
internal sealed record VersionFacts
{
    /// <summary>The folder the version is for, as the user would name it.</summary>
    public required string Folder { get; init; }

    public required HeadFacts Head { get; init; }

    /// <summary>The version files the commit holds.</summary>
    public required VersionFileSet CommittedFiles { get; init; }

    /// <summary>Null where <see cref="Counted"/> is enough.</summary>
    public CommitHistory? History { get; init; }

    /// <summary>The version height where it was counted before, or is told by the tag of an archived commit.</summary>
    public CountedHeight? Counted { get; init; }

    /// <summary>The version files on disk. They count only where <see cref="HeadFacts.IsCheckedOut"/>.</summary>
    public required VersionFileSet WorkingFiles { get; init; }

    /// <summary>The answers to <see cref="VersionQuestions"/>; without questions, without answers.</summary>
    public VersionAnswers Answers { get; init; } = VersionAnswers.None;

    /// <summary>What CI says, or null where no CI host is known.</summary>
    public CiWord? Ci { get; init; }

    /// <summary>The user's word on whether this is a public release; null lets publicReleaseRefSpec decide.</summary>
    public bool? PublicRelease { get; init; }
}
