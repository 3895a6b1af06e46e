using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>What counting came to. It need not be counted again: it is of one commit, and commits do not change.</summary>
/// <param name="Files">The version files the commit holds.</param>
/// <param name="Height">Its version height for the version they give.</param>
/// <param name="LastCounted">The newest commit that counted, or null where none did.</param>
/// <param name="IgnoresCase">Whether paths were compared without case where filters decided; null where none did.</param>
internal sealed record CountedHeight(VersionFileSet Files, int Height, CommitId? LastCounted, bool? IgnoresCase = null);
