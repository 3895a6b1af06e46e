namespace ReleaseTools.Testing;

/// <summary>
/// The package ReleaseTools.MSBuild as it would be published: packed once per run of the tests, under a version nobody has cached,
/// into a feed of its own.
/// </summary>
internal sealed class PackedPackage : IDisposable
{
    private static readonly Lazy<PackedPackage> Once = new(() => new PackedPackage());

    private readonly TempFolder _folder = new();

    private PackedPackage()
    {
        Version = $"0.0.0-test.{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";
        Feed = Directory.CreateDirectory(_folder.At("feed")).FullName;
        Packages = _folder.At("packages");

        // What the test project was built with is what is packed.
        DotnetCommand.Run(SourceTree.Root, "pack", "src/ReleaseTools.MSBuild", "--no-build", "--configuration", Configuration, "--output", Feed, "-nologo", "-nodeReuse:false", $"-p:PackageVersion={Version}").Expect();
    }

    public static PackedPackage Shared => Once.Value;

    public string Version { get; }

    /// <summary>The only source that sample projects restore from.</summary>
    public string Feed { get; }

    /// <summary>Where sample projects restore to, so that no machine's cache helps or harms.</summary>
    public string Packages { get; }

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>Removes what was packed, if anything was.</summary>
    public static void Forget()
    {
        if (Once.IsValueCreated)
        {
            Once.Value.Dispose();
        }
    }

    public void Dispose() => _folder.Dispose();
}
