using System.Collections.Frozen;

namespace ReleaseTools.Images;

/// <summary>What an image runs on, in the words of the OCI image specification: <c>linux/arm64</c>, <c>linux/arm/v7</c>.</summary>
internal sealed record ImagePlatform(string Os, string Architecture, string Variant = "")
{
    /// <summary>The architectures of .NET that have another name there, or a variant.</summary>
    private static readonly FrozenDictionary<string, (string Architecture, string Variant)> Architectures = new Dictionary<string, (string, string)>
    {
        ["x64"] = ("amd64", ""),
        ["x86"] = ("386", ""),
        ["arm64"] = ("arm64", ""),
        ["arm"] = ("arm", "v7"),
        ["ppc64le"] = ("ppc64le", ""),
        ["s390x"] = ("s390x", ""),
        ["riscv64"] = ("riscv64", ""),
        ["loongarch64"] = ("loong64", ""),
    }.ToFrozenDictionary();

    /// <summary>The platform of a runtime identifier such as <c>linux-musl-x64</c>; null for one that no image is known for.</summary>
    public static ImagePlatform? Read(string runtime) =>
        runtime.Split('-') is [var os, .., var last] && os is "linux" or "win" && Architectures.TryGetValue(last, out var known)
            ? new(os == "win" ? "windows" : os, known.Architecture, known.Variant)
            : null;

    /// <summary>Whether an image for this platform is one for the other. Registries leave variants out where there is one only.</summary>
    public bool Serves(ImagePlatform wanted) =>
        Os == wanted.Os && Architecture == wanted.Architecture && (Variant == wanted.Variant || Variant.Length == 0 || wanted.Variant.Length == 0);

    public override string ToString() => Variant.Length == 0 ? $"{Os}/{Architecture}" : $"{Os}/{Architecture}/{Variant}";
}
