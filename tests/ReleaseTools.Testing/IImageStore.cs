namespace ReleaseTools.Testing;

/// <summary>Where images of one name lie: a repository of a registry, or an archive.</summary>
internal interface IImageStore
{
    /// <summary>In ordinal order.</summary>
    IReadOnlyList<string> Tags { get; }

    /// <summary>A manifest or index by its tag or digest.</summary>
    byte[] Manifest(string reference);

    byte[] Blob(string digest);
}
