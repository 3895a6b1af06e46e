using System.Buffers;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Files;

/// <summary>A file that is to be stamped, and why: it is known by its name, or entries of version.json list it, or both.</summary>
/// <param name="Name">How it is named: from the root.</param>
/// <param name="IsNamed">Whether the user asked for just this one, so that it must have a version.</param>
internal sealed record StampFile(string Name, bool IsNamed)
{
    private const int Largest = 32 * 1024 * 1024;
    private const string LargestNamed = "32 MB";

    /// <summary>Null where only version.json knows it.</summary>
    public IStamper? Kind { get; init; }

    /// <summary>What was seen of it before, so that nobody has to look again; null where nobody looked.</summary>
    public FileInfo? Seen { get; init; }

    public List<(StampRule Rule, StampVersion Version)> Rules { get; init; } = [];

    /// <exception cref="ReleaseException">RT3…: there is no such file, or it cannot carry the version.</exception>
    public StampPlan Plan(string path, StampVersion version)
    {
        if (Kind is null && Rules is [])
        {
            throw new ReleaseException(StampDiagnostics.UnknownKind(Name));
        }

        var plan = StampPlan.For(Read(Name, Seen ?? new FileInfo(path)), version, Kind, Rules);

        return plan.Values is [] && IsNamed
            ? throw new ReleaseException(StampDiagnostics.NoKey(new SourceSpot(Name, 1, 1), "version"))
            : plan;
    }

    /// <summary>The bytes are given back: of a thousand files only the texts stay.</summary>
    private static SourceText Parse(string name, FileInfo file)
    {
        using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var expected = RandomAccess.GetLength(handle) is <= Largest and var size ? (int)size : throw new ReleaseException(StampDiagnostics.TooLarge(name, LargestNamed));
        var bytes = ArrayPool<byte>.Shared.Rent(expected);
        var length = 0;

        while (length < expected && RandomAccess.Read(handle, bytes.AsSpan(length, expected - length), length) is > 0 and var count)
        {
            length += count;
        }

        try
        {
            return SourceText.Parse(name, bytes.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <param name="name">How it is named.</param>
    /// <param name="path">Links followed.</param>
    /// <exception cref="ReleaseException">RT3001, RT3011, RT3028 or RT3035: there is no such file, it is no text, or too much of it, or a pipe.</exception>
    public static SourceText Read(string name, string path) => Read(name, new FileInfo(path));

    private static SourceText Read(string name, FileInfo found) => found switch
    {
        { Exists: false } => throw new ReleaseException(StampDiagnostics.NoSuchFile(name)),
        { Length: > Largest } => throw new ReleaseException(StampDiagnostics.TooLarge(name, LargestNamed)),
        var file when !PlainFile.Is(file) => throw new ReleaseException(StampDiagnostics.NotAFile(name)),
        var file => Parse(name, file),
    };
}
