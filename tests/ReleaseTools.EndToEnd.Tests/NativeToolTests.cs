using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The tool as native code says what it says when it is compiled just in time. Its compiler warns of nothing, for warnings are errors.</summary>
[TestClass]
public sealed class NativeToolTests
{
    private static readonly Lazy<(string Path, string Framework)?> Tool = new(NativeTool.Publish);

    private static readonly string[] Commands =
    [
        "version", "version --json", "version explain", "version next --json", "version commits 1.4.2",
        "lint --message Feat:x", "lint --from HEAD~2 --json", "lint --last --format commitlint", "lint --from-last-tag --effect",
        "changelog --all --format conventional", "changelog --all --format keepachangelog", "changelog --all --format github", "changelog --all --format json", "changelog --unreleased --explain",
        "changelog --unreleased --as 1.5.0 --write --diff",
        "stamp --diff", "stamp --check", "stamp --check --json", "init --dry-run",
        "chart lint deploy/shop --json", "ci --help", "hooks --help", "explain RT1006", "nonsense",
    ];

    public static IEnumerable<object[]> Cases => Commands.Select(command => new object[] { command });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void It_says_the_same(string command)
    {
        using var repository = Sample();

        var native = ProgramRun.Run(repository.Path, repository.Environment(), Native(), command.Split(' '));
        var compiled = BuiltTool.Run(repository.Path, repository.Environment(), command.Split(' '));

        Assert.AreEqual(compiled.Output, native.Output);
        Assert.AreEqual(compiled.Error, native.Error);
        Assert.AreEqual(compiled.ExitCode, native.ExitCode);
    }

    [TestMethod]
    public void It_makes_the_same_package_of_a_chart()
    {
        using var repository = Sample();

        ProgramRun.Run(repository.Path, repository.Environment(), Native(), "chart", "package", "deploy/shop", "--output", "native").Expect();
        BuiltTool.Run(repository.Path, repository.Environment(), "chart", "package", "deploy/shop", "--output", "compiled").Expect();

        var package = Path.GetFileName(Directory.GetFiles(Path.Combine(repository.Path, "native")).Single());
        CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(repository.Path, "compiled", package)), File.ReadAllBytes(Path.Combine(repository.Path, "native", package)));
    }

    [TestMethod]
    public void It_is_the_hook_of_a_commit()
    {
        using var repository = Sample();
        repository.Write("message", "Feat: x.\n");

        var native = ProgramRun.Run(repository.Path, repository.Environment(), Native(), "lint", "--edit", "message").Expect(1);

        StringAssert.Contains(native.Error, "message(1,1): error RT");
    }

    /// <summary>What stops the compiler for a reason of our own is a failure.</summary>
    private static string Native()
    {
        if (Tool.Value is not var (path, _))
        {
            Assert.Inconclusive("The compiler for native code cannot be had here, or the linker it needs.");
            return "";
        }

        return path;
    }

    private static TempRepository Sample()
    {
        var repository = new TempRepository();
        repository.Write("version.json", """
            { "version": "1.4", "publicReleaseRefSpec": [ "^refs/heads/main$" ],
              "releaseTools": { "stamp": [ { "file": "deploy/shop/values.yaml", "yaml": "image.tag" } ], "charts": { "artifactHubImages": true, "artifactHubChanges": true }, "changelog": { "title": "{version} of {date}" } } }
            """);
        repository.Write("deploy/shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\nappVersion: 0.1.0\n").Write("deploy/shop/values.yaml", "image:\n  repository: acme/shop\n  tag: 0.1.0\n");
        repository.Write("package.json", """{ "name": "web", "version": "0.1.0" }""").Write("Makefile", "VERSION ?= 0.1.0\n").Write(".commitlintrc.yml", "extends: ['@commitlint/config-conventional']\nrules:\n  scope-empty: [1, always]\n");
        repository.Commit("feat: a shop");
        repository.Git("tag", "v1.4.1");
        repository.Commit("fix(cart): keep what is in it\n\nCloses #7");
        repository.Commit("feat!: another API\n\nBREAKING CHANGE: call the new one");
        return repository;
    }
}
