using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Charts;

/// <summary>Where charts lie in a registry, as Helm writes it: <c>oci://HOST/PATH</c>, with a repository for each chart below.</summary>
internal static class ChartAddress
{
    private const string Scheme = "oci://";

    /// <returns>The repository of the chart.</returns>
    /// <exception cref="ReleaseException">RT7091: the address is none, or with the chart's name behind it none.</exception>
    public static ImagePlace Parse(string text, string chart)
    {
        var rest = text.StartsWith(Scheme, StringComparison.Ordinal) ? text[Scheme.Length..].TrimEnd('/') : "";
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (host, path) = slash < 0 ? (rest, chart) : (rest[..slash], $"{rest[(slash + 1)..]}/{chart}");

        try
        {
            return ImagePlace.Parse(host, path);
        }
        catch (ReleaseException)
        {
            throw new ReleaseException(ChartDiagnostics.NotAnAddress(rest.Length > 0 ? $"{Scheme}{host}/{path}" : text));
        }
    }
}
