namespace ReleaseTools.Commits;

/// <summary>A piece of a first line and where it begins, counted from zero.</summary>
internal readonly record struct HeaderPart(int Start, string Text)
{
    public static HeaderPart? Of(string line, int start, int end) => start < end ? new(start, line[start..end]) : null;
}
