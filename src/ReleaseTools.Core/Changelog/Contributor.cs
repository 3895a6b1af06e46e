namespace ReleaseTools.Changelog;

/// <summary>Somebody who wrote a change or had a part in it, by the name the repository's mailmap gives them.</summary>
internal sealed record Contributor(string Name, string Email)
{
    /// <summary>Whether it is a program, by the mark GitHub puts behind the names of such.</summary>
    public bool IsBot => Name.EndsWith("[bot]", StringComparison.Ordinal);
}
