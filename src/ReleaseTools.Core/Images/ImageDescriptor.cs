namespace ReleaseTools.Images;

/// <summary>How one document of an image points at another.</summary>
/// <param name="MediaType">What the other is.</param>
/// <param name="Digest">Its name.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Platform">In an index, what the other runs on.</param>
internal sealed record ImageDescriptor(string MediaType, Digest Digest, long Size, ImagePlatform? Platform);
