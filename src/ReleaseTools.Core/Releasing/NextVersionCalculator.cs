using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Releasing;

/// <summary>Facts in, next version out. It is never lower than the last release, and never one that a tag has already.</summary>
internal sealed class NextVersionCalculator
{
    private static readonly SemanticVersion First = new(0, 1, 0);

    private readonly NextVersionFacts _facts;
    private readonly VersionWish _wish;
    private readonly ReleaseTag? _last;
    private readonly IReadOnlyDictionary<CommitId, string> _reverted;
    private readonly IReadOnlyDictionary<CommitId, ImmutableArray<CommitId>> _titles;
    private readonly ImmutableArray<CommitCall> _calls;
    private readonly List<string> _reasons = [];

    private NextVersionCalculator(NextVersionFacts facts, VersionWish wish)
    {
        _facts = facts;
        _wish = wish;
        _last = facts.Last;
        _reverted = RevertedCommits.Find(facts.Commits);
        _titles = TitledMerges.Find(facts.Commits);
        _calls = [.. facts.Commits.Select(commit => CommitCall.Of(commit, facts.Options.Bump, Base.Major, Ignored(commit), _titles.ContainsKey(commit.Id)))];
    }

    /// <summary>What a version is measured against before there is any.</summary>
    public static SemanticVersion Nothing { get; } = new(0, 0, 0);

    private SemanticVersion Base => _last?.Version ?? Nothing;

    private Bump Bump => _wish.Bump ?? _calls.Select(call => call.Bump).DefaultIfEmpty().Max();

    /// <exception cref="ReleaseException">RT1030 to RT1035: a version is asked for that cannot be.</exception>
    public static NextVersion Compute(NextVersionFacts facts, VersionWish wish)
    {
        var calculator = new NextVersionCalculator(facts, wish);
        var version = calculator.Decide();

        return new()
        {
            Last = calculator._last,
            Bump = calculator.Bump,
            Version = version,
            Reasons = [.. calculator._reasons],
            Commits = calculator._calls,
        };
    }

    private SemanticVersion? Decide()
    {
        // A word on the command line is newer than any in a commit.
        if (_wish.Bump is null && ReleaseAs.Find(_facts.Commits.Where(Counts), _facts.Released) is { } word)
        {
            var asked = Asked(word);
            return _wish.Prerelease is null ? Free(asked) : Prerelease(PrereleaseTrain.StableOf(asked), _wish.Prerelease);
        }

        return Target() is not { } target ? null
            : _wish.Prerelease is { } name ? Prerelease(target, name)
            : Free(target);
    }

    /// <summary>What a commit asks for by name. It may leave a train, but go back neither behind a release nor on its own train.</summary>
    private SemanticVersion Asked(ReleaseAs word)
    {
        var target = PrereleaseTrain.StableOf(word.Version);
        var highest = _facts.Released.Where(tag => PrereleaseTrain.StableOf(tag.Version) == target).Select(tag => tag.Version).Append(Base).Max()!;

        if (word.Version <= highest)
        {
            throw new ReleaseException(ReleaseDiagnostics.ReleaseAsIsNotAbove(word.Commit, word.Version.ToNormalizedString(), highest.ToNormalizedString()));
        }

        _reasons.Add($"Commit {word.Commit} asks for {word.Version.ToNormalizedString()} (Release-As).");
        return word.Version;
    }

    /// <summary>The stable version that is due, or null where nothing calls for one.</summary>
    private SemanticVersion? Target()
    {
        var called = Called();
        var begun = Begun();

        if (called is null && begun is null)
        {
            return null;
        }

        var target = called is null || (begun is not null && begun > called) ? begun! : called;

        if (Floor() is { } floor && floor > target)
        {
            _reasons.Add($"The version file asks for {floor} at least.");
            return floor;
        }

        return target;
    }

    private SemanticVersion? Called()
    {
        if (_wish.Bump is { } asked)
        {
            _reasons.Add($"--bump asks for {ChoiceName.Of(asked)}.");
            return Raised(asked);
        }

        if (Bump == Bump.None)
        {
            return null;
        }

        if (_last is null)
        {
            _reasons.Add($"Nothing is released yet, and a first version is {First}.");
            return First;
        }

        return Raised(Bump);
    }

    /// <summary>The stable version that prereleases since the last release lead to. Who has one of them waits for no lower version.</summary>
    private SemanticVersion? Begun()
    {
        var commits = _facts.Commits.Select(commit => commit.Id).ToHashSet();
        var highest = _facts.Released.Where(tag => tag.Version.IsPrerelease && commits.Contains(tag.Commit) && tag.Version > Base).MaxBy(tag => tag.Version, VersionComparer.VersionRelease);

        if (highest is null)
        {
            return null;
        }

        var target = PrereleaseTrain.StableOf(highest.Version);
        _reasons.Add($"{highest.Name} is on the way to {target}.");
        return target;
    }

    private SemanticVersion? Floor() => _facts.Options.Version is { Numbers: var numbers } ? new(numbers.Major, numbers.Minor, Math.Max(0, numbers.Build)) : null;

    /// <exception cref="ReleaseException">RT1035: the number is the highest there is.</exception>
    private SemanticVersion Raised(Bump bump)
    {
        var number = bump switch { Bump.Major => Base.Major, Bump.Minor => Base.Minor, _ => Base.Patch };

        return number == int.MaxValue ? throw new ReleaseException(ReleaseDiagnostics.NoHigherNumber(Base.ToNormalizedString(), ChoiceName.Of(bump))) : bump switch
        {
            Bump.Major => new(Base.Major + 1, 0, 0),
            Bump.Minor => new(Base.Major, Base.Minor + 1, 0),
            _ => new(Base.Major, Base.Minor, Base.Patch + 1),
        };
    }

    /// <summary>The next number on the train; null where nothing is new since the last one.</summary>
    private SemanticVersion? Prerelease(SemanticVersion target, string name)
    {
        Free(target);
        var train = PrereleaseTrain.Find(target, name, _facts.Tags);

        if (_wish.Bump is null && train.Highest is { } latest && _facts.Released.Contains(latest) && !IsAnythingNewSince(latest))
        {
            _reasons.Add($"Nothing is new since {latest.Name}.");
            return null;
        }

        var next = train.Next;

        return _facts.Released.FirstOrDefault(tag => PrereleaseTrain.StableOf(tag.Version) == target && tag.Version > next) is { } further
            ? throw new ReleaseException(ReleaseDiagnostics.PrereleaseGoesBack(next.ToNormalizedString(), further.Name))
            : next;
    }

    /// <summary>What was reverted since the last release may have been in a prerelease; then the revert is new to those who have that.</summary>
    private bool IsAnythingNewSince(ReleaseTag prerelease)
    {
        CommitRecord[] since = [.. _facts.Commits.TakeWhile(commit => commit.Id != prerelease.Commit)];
        var reverted = RevertedCommits.Find(since);
        return since.Any(commit => !reverted.ContainsKey(commit.Id) && IsRelevant(commit));
    }

    /// <exception cref="ReleaseException">RT1032: a tag has this version.</exception>
    private SemanticVersion Free(SemanticVersion version) => _facts.Tags.FirstOrDefault(tag => tag.Version == version) is { } tag
        ? throw new ReleaseException(ReleaseDiagnostics.VersionIsTaken(version.ToNormalizedString(), tag.Name, tag.Commit))
        : version;

    private bool Counts(CommitRecord commit) => Ignored(commit) is null;

    private string? Ignored(CommitRecord commit) =>
        _reverted.GetValueOrDefault(commit.Id) ?? (IsRelevant(commit) ? null : "touches none of the paths");

    private bool IsRelevant(CommitRecord commit) => _facts.Relevant is not { } relevant || relevant.Contains(commit.Id) || _titles.GetValueOrDefault(commit.Id, []).Any(relevant.Contains);
}
