namespace ReleaseTools.Changelog;

/// <summary>A commit as its log says it, still in the bytes of the log.</summary>
internal readonly ref struct LoggedCommit
{
    /// <summary>In hexadecimal digits.</summary>
    public required ReadOnlySpan<byte> Name { get; init; }

    /// <summary>As the name, with a blank between them.</summary>
    public required ReadOnlySpan<byte> Parents { get; init; }

    public required ReadOnlySpan<byte> Author { get; init; }

    public required ReadOnlySpan<byte> Email { get; init; }

    /// <summary>When it was written, in seconds as text.</summary>
    public required ReadOnlySpan<byte> Time { get; init; }

    public required ReadOnlySpan<byte> Message { get; init; }
}
