namespace ReleaseTools.Diagnostics;

/// <summary>A place in a file. Line and column count from one; the column counts UTF-16 units, as editors do.</summary>
internal sealed record SourceSpot(string File, int Line, int Column)
{
    public override string ToString() => $"{File}({Line},{Column})";
}
