using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Testing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

/// <summary>Random histories, on which the released nbgv and this engine must say the same in every form.</summary>
[TestClass]
public sealed class NbgvDifferentialTests
{
    private const int Histories = 500;

    /// <summary>Histories on which both gave a version; the rest shows nothing but that both refuse.</summary>
    private static int _compared;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Random_histories_have_the_version_nbgv_computes()
    {
        NbgvEngine.Require();
        var seed = RandomSeed.Choose(TestContext, Histories);

        _compared = 0;
        var wrong = Enumerable.Range(seed, Histories).AsParallel()
            .Where(number => Difference(RandomHistory.From(number)) is not null)
            .ToArray();

        Assert.IsGreaterThan(Histories * 9 / 10, _compared, $"most random histories have a version, seed {seed}");
        Assert.AreEqual("", wrong is [] ? "" : Report(wrong.Min()), $"{wrong.Length} of {Histories} histories differ, seed {seed}");
    }

    /// <summary>The smallest history with a difference that can be reached by leaving things out.</summary>
    private static string Report(int seed)
    {
        var history = RandomHistory.From(seed);

        while (history.Smaller().FirstOrDefault(smaller => Difference(smaller) is not null) is { } smaller)
        {
            history = smaller;
        }

        return $"history {seed}\n{Difference(history)}\n{history}";
    }

    private static string? Difference(RandomHistory history)
    {
        using var repository = new TempRepository();
        Write(history, repository);
        var folder = Path.Combine(repository.Path, history.Project);
        Directory.CreateDirectory(folder);

        var ours = Ours(folder);
        var theirs = NbgvEngine.Ask(folder, VersionFields.All.Select(field => field.Name));

        return (ours.GetValueOrDefault("error"), theirs.GetValueOrDefault("error")) switch
        {
            (null, null) => Differences(ours, theirs),
            ({ }, { }) => null,
            var (our, their) => $"nbgv: {their ?? "a version"}; ours: {our ?? "a version"}",
        };
    }

    private static string? Differences(Dictionary<string, string> ours, IReadOnlyDictionary<string, string> theirs)
    {
        Interlocked.Increment(ref _compared);
        var different = ours.Where(form => theirs.GetValueOrDefault(form.Key, form.Value) != form.Value).ToArray();
        return different is [] ? null : string.Join('\n', different.Select(form => $"{form.Key}: nbgv '{theirs[form.Key]}', ours '{form.Value}'"));
    }

    private static Dictionary<string, string> Ours(string folder)
    {
        try
        {
            var version = VersionReader.Read(GitRepository.Open(folder));
            return VersionFields.All.ToDictionary(field => field.Name, field => NbgvEngine.Say(field.Read(version)));
        }
        catch (ReleaseException stop)
        {
            return new Dictionary<string, string> { ["error"] = stop.Message };
        }
    }

    internal static void Write(RandomHistory history, TempRepository repository)
    {
        new GitProcess(repository.Path).Ask(history.ToFastImport(), ["fast-import", "--quiet"]);
        repository.Git(history.IsDetached ? ["checkout", "--quiet", "--detach", "main"] : ["reset", "--quiet", "--hard", "main"]);

        if (history.Edit is { } edit)
        {
            repository.Write(edit.Path, edit.Text);
        }
    }
}
