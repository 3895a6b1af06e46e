namespace ReleaseTools.Versioning.Evidence;

/// <summary>A piece of a version, and what it says.</summary>
internal sealed record FormPart(string Text, string Meaning);
